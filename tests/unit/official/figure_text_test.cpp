#include "official/figure_text.hpp"

#include <catch2/catch.hpp>

#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

using Kind = FigureToken::Kind;
using Unit = FigureToken::Unit;

std::vector<FigureToken> tokens(std::string_view text) {
  return figure_tokens(plain(text));
}

}  // namespace

TEST_CASE("a figure has a number, a unit, a direction and a bound", "[official]") {
  struct Case {
    const char* text;
    std::uint64_t figure;
    Unit unit;
    bool at_least;
    Bound bound;
  };
  const auto c = GENERATE(values<Case>({
      {"100万人以上", 1'000'000, Unit::persons, true, Bound::inclusive},
      {"１００万人以上", 1'000'000, Unit::persons, true, Bound::inclusive},
      {"100 万人及以上", 1'000'000, Unit::persons, true, Bound::inclusive},
      {"1,000,000人以上", 1'000'000, Unit::persons, true, Bound::inclusive},
      {"1.5万人以上", 15'000, Unit::persons, true, Bound::inclusive},
      {"3千万人以上", 30'000'000, Unit::persons, true, Bound::inclusive},
      {"十万人以上", 100'000, Unit::persons, true, Bound::inclusive},
      {"一百二十万人以上", 1'200'000, Unit::persons, true, Bound::inclusive},
      {"一亿二千万人以上", 120'000'000, Unit::persons, true, Bound::inclusive},
      {"两千零五人以上", 2'005, Unit::persons, true, Bound::inclusive},
      {"达到100万人", 1'000'000, Unit::persons, true, Bound::inclusive},
      {"不少于5人", 5, Unit::persons, true, Bound::inclusive},
      {"超过50万人", 500'000, Unit::persons, true, Bound::exclusive},
      {"大于50万人", 500'000, Unit::persons, true, Bound::exclusive},
      {"50万人以上（不含本数）", 500'000, Unit::persons, true, Bound::exclusive},
      {"50万人（含）以上", 500'000, Unit::persons, true, Bound::inclusive},
      {"不满1万人", 10'000, Unit::persons, false, Bound::exclusive},
      {"少于1万人", 10'000, Unit::persons, false, Bound::exclusive},
      {"不超过3万人", 30'000, Unit::persons, false, Bound::inclusive},
      {"5万人以下", 50'000, Unit::persons, false, Bound::unstated},
      {"5万人以内", 50'000, Unit::persons, false, Bound::unstated},
      {"5万人以下（含）", 50'000, Unit::persons, false, Bound::inclusive},
      {"100万条以上", 1'000'000, Unit::records, true, Bound::inclusive},
      {"超过5万辆", 50'000, Unit::vehicles, true, Bound::exclusive},
  }));
  CAPTURE(c.text);
  const auto read = tokens(c.text);
  REQUIRE(read.size() == 1);
  CHECK(read[0].kind == Kind::figure);
  CHECK(read[0].figure == c.figure);
  CHECK(read[0].unit == c.unit);
  CHECK(read[0].at_least == c.at_least);
  CHECK(read[0].bound == c.bound);
}

TEST_CASE("a number that is no clear figure is stray", "[official]") {
  const auto* const text =
      GENERATE("约20万人以上", "近20万人以上", "十余万人", "数十万人", "若干万人", "10万人",
               "2024年", "24个月内", "10万人次以上", "10万-100万人", "0.00001万人以上",
               "超过10万人以下", "9999999999999人以上", "百分之5", "10%以上");
  CAPTURE(text);
  const auto read = tokens(text);
  bool stray = false;
  for (const FigureToken& token : read) {
    CHECK(token.kind != Kind::figure);
    stray = stray || token.kind == Kind::stray;
  }
  CHECK(stray);
}

TEST_CASE("running words with numerals are words", "[official]") {
  const auto* const text = GENERATE("第三方", "一般数据", "统一", "（一）甲；（二）乙");
  CAPTURE(text);
  for (const FigureToken& token : tokens(text)) CHECK(token.kind != Kind::stray);
}

TEST_CASE("windows, persons and handlers are told apart", "[official]") {
  struct Case {
    const char* text;
    Kind kind;
    Window window = Window::calendar_year;
    Population population = Population::any;
  };
  const auto c = GENERATE(values<Case>({
      {"自当年1月1日起", Kind::window, Window::calendar_year, Population::any},
      {"自当年１月１日起", Kind::window, Window::calendar_year, Population::any},
      {"自当年一月一日起", Kind::window, Window::calendar_year, Population::any},
      {"自上年1月1日起", Kind::window, Window::since_previous_year, Population::any},
      {"自上一年1月1日起", Kind::window, Window::since_previous_year, Population::any},
      {"向境外提供", Kind::exported, Window::calendar_year, Population::any},
      {"个人信息", Kind::population, Window::calendar_year, Population::any},
      {"敏感个人信息", Kind::population, Window::calendar_year, Population::sensitive},
      {"（不含敏感个人信息）", Kind::population, Window::calendar_year, Population::non_sensitive},
      {"（敏感个人信息除外）", Kind::population, Window::calendar_year, Population::non_sensitive},
      {"（含敏感个人信息）", Kind::population, Window::calendar_year, Population::any},
      {"个人信息处理者", Kind::words, Window::calendar_year, Population::any},
      {"关键信息基础设施运营者", Kind::ciio, Window::calendar_year, Population::any},
      {"关键信息基础设施运营者以外", Kind::not_ciio, Window::calendar_year, Population::any},
      {"且", Kind::both, Window::calendar_year, Population::any},
      {"或者", Kind::either, Window::calendar_year, Population::any},
      {"标准合同备案或者", Kind::words, Window::calendar_year, Population::any},
  }));
  CAPTURE(c.text);
  const auto read = tokens(c.text);
  REQUIRE(read.size() == 1);
  CHECK(read[0].kind == c.kind);
  CHECK(read[0].window == c.window);
  CHECK(read[0].population == c.population);
}

}  // namespace kouan::official
