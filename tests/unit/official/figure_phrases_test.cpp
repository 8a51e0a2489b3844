#include "official/figure_phrases.hpp"

#include <catch2/catch.hpp>

namespace kouan::official {
namespace {

std::string words(const Condition& condition) {
  if (const auto* const test = std::get_if<PersonsTest>(&condition.test)) {
    constexpr const char* metrics[] = {"exported", "held", "group"};
    constexpr const char* populations[] = {"plain", "sensitive", "special", "any"};
    constexpr const char* windows[] = {"year", "two years", "ever"};
    constexpr const char* bounds[] = {"incl", "excl", "open"};
    return std::string(metrics[static_cast<int>(test->metric)]) + " " +
           populations[static_cast<int>(test->population)] + " " +
           windows[static_cast<int>(test->window)] + (test->at_least ? " >= " : " < ") +
           (test->figure ? std::to_string(*test->figure) : "?") + " " +
           bounds[static_cast<int>(test->bound)];
  }
  if (const auto* const test = std::get_if<QuantityTest>(&condition.test)) {
    return test->metric + (test->at_least ? " >= " : " < ") + std::to_string(*test->figure);
  }
  if (const auto* const test = std::get_if<FactTest>(&condition.test)) {
    return test->fact + (test->is ? " yes" : " no");
  }
  const auto& group = std::get<Group>(condition.test);
  std::string out;
  for (const Condition& limb : group.limbs) out += (out.empty() ? "" : ", ") + words(limb);
  return (group.kind == Group::Kind::any ? "any(" : "all(") + out + ")";
}

const std::string year = "自当年1月1日起累计向境外提供";

}  // namespace

TEST_CASE("a text that leaves no choice becomes a condition", "[official]") {
  struct Case {
    const char* note;
    std::string text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"persons of any information", year + "10万人以上个人信息",
       "exported any year >= 100000 incl"},
      {"without the sensitive", year + "100万人以上个人信息（不含敏感个人信息）",
       "exported plain year >= 1000000 incl"},
      {"a range", year + "10万人以上、不满100万人个人信息（不含敏感个人信息）",
       "all(exported plain year >= 100000 incl, exported plain year < 1000000 excl)"},
      {"a range with 且", year + "10万人以上且不满100万人个人信息",
       "all(exported any year >= 100000 incl, exported any year < 1000000 excl)"},
      {"fewer than a figure speaks of somebody", year + "不满1万人敏感个人信息",
       "all(exported sensitive year >= 1 incl, exported sensitive year < 10000 excl)"},
      {"a range, or fewer than a figure",
       year + "10万人以上不满100万人个人信息（不含敏感个人信息）或者不满1万人敏感个人信息",
       "any(all(exported plain year >= 100000 incl, exported plain year < 1000000 excl), "
       "all(exported sensitive year >= 1 incl, exported sensitive year < 10000 excl))"},
      {"two figures with 且: nobody fits the second too",
       year + "10万人以上个人信息（不含敏感个人信息）且不满1万人敏感个人信息",
       "all(exported plain year >= 100000 incl, exported sensitive year < 10000 excl)"},
      {"persons in front of the figure", year + "敏感个人信息达到1万人",
       "exported sensitive year >= 10000 incl"},
      {"since the year before", "自上年1月1日起累计向境外提供1万人以上敏感个人信息",
       "exported sensitive two years >= 10000 incl"},
      {"held", "处理100万人以上个人信息的数据处理者", "held any ever >= 1000000 incl"},
      {"a group", "涉及10万人以上群体的样例数据", "group any ever >= 100000 incl"},
      {"records", "100万条以上样例记录", "records >= 1000000"},
      {"vehicles", "超过5万辆样例车辆", "vehicles >= 50000"},
      {"operators", "关键信息基础设施运营者向境外提供个人信息", "ciio yes"},
      {"other handlers", "关键信息基础设施运营者以外的数据处理者" + year + "超过50万人个人信息",
       "all(ciio no, exported any year >= 500000 excl)"},
      {"behind an item", "1. 样例描述；\n2. " + year + "10万人以上个人信息",
       "exported any year >= 100000 incl"},
      {"two mechanisms that are one outcome do not join figures",
       year + "10万人以上个人信息的，订立标准合同或者通过认证", "exported any year >= 100000 incl"},
  }));
  CAPTURE(c.note);
  const FigureReading read = read_figures(c.text);
  for (const LocalText& todo : read.todos) UNSCOPED_INFO(todo.en);
  CHECK(read.todos.empty());
  REQUIRE(read.when.has_value());
  CHECK(words(*read.when) == c.want);
}

TEST_CASE("a text that leaves a choice is left to a person", "[official]") {
  struct Case {
    const char* note;
    std::string text;
    const char* todo;
  };
  const auto c = GENERATE(values<Case>({
      {"about so many", year + "约20万人个人信息", "another number"},
      {"times, not persons", year + "10万人次以上个人信息", "another number"},
      {"another year", "自2024年1月1日起累计向境外提供10万人以上个人信息", "another number"},
      {"some", year + "数万人个人信息", "another number"},
      {"no period", "向境外提供30万人以上个人信息", "expected the period"},
      {"no verb", "10万人以上个人信息", "expected who is counted"},
      {"no persons", year + "10万人以上", "expected whose information"},
      {"another verb", "自当年1月1日起累计收集10万人以上个人信息", "words between that narrow it"},
      {"narrowed in front", year + "样例会员10万人以上个人信息", "words between that narrow it"},
      {"narrowed behind", year + "10万人以上样例会员的个人信息", "expected whose information"},
      {"the handler is no population", "个人信息处理者" + year + "10万人以上",
       "expected whose information"},
      {"an exception in front", "除已公开信息外，" + year + "10万人以上个人信息",
       "expected an exception in a known form"},
      {"an exception inside", year + "10万人以上个人信息（不含已公开信息）",
       "expected an exception in a known form"},
      {"an exception behind, of persons", year + "10万人以上个人信息，敏感个人信息除外",
       "expected an exception in a known form"},
      {"且 and 或 at once",
       year + "10万人以上个人信息且1万人以上敏感个人信息或者2万人以上敏感个人信息",
       "expected 且 between all figures"},
      {"neither 且 nor 或", year + "10万人以上个人信息，1万人以上敏感个人信息",
       "expected 且 between all figures"},
      {"且 with nothing behind", year + "10万人以上个人信息且为样例",
       "expected a figure behind 且 or 或"},
      {"operators with a figure", "关键信息基础设施运营者" + year + "10万人以上个人信息",
       "expected figures for other handlers only"},
      {"the period ends with its sentence",
       year + "10万人以上个人信息。或者向境外提供1万人以上敏感个人信息", "expected the period"},
  }));
  CAPTURE(c.note);
  const FigureReading read = read_figures(c.text);
  CHECK_FALSE(read.when.has_value());
  CHECK(read.numbers);
  REQUIRE_FALSE(read.todos.empty());
  CHECK_THAT(read.todos.front().en, Catch::Contains(c.todo));
  CHECK_FALSE(read.todos.front().zh.empty());
}

TEST_CASE("an exception is kept word for word and taken out of the figures", "[official]") {
  struct Case {
    std::string text;
    std::vector<std::string> want;
  };
  const auto c = GENERATE(values<Case>({
      {year + "10万人以上个人信息，但已公开的除外", {"但已公开的除外"}},
      {year + "10万人以上个人信息（已公开的除外）", {"已公开的除外"}},
      {year + "10万人以上个人信息。但已公开的除外；经同意的除外",
       {"但已公开的除外", "经同意的除外"}},
      {year + "10万人以上个人信息（敏感个人信息除外）", {}},
  }));
  CAPTURE(c.text);
  const FigureReading read = read_figures(c.text);
  CHECK(read.exceptions == c.want);
  CHECK(read.todos.empty());
  CHECK(read.when.has_value());
}

TEST_CASE("a text without figures says nothing", "[official]") {
  const FigureReading read = read_figures("样例生产参数，第三方提供");
  CHECK_FALSE(read.when.has_value());
  CHECK_FALSE(read.numbers);
  CHECK(read.todos.empty());
  CHECK_FALSE(std::get<PersonsTest>(unknown_figure().test).figure.has_value());
}

}  // namespace kouan::official
