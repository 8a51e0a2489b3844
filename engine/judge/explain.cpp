#include "judge/explain.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "text/number.hpp"

namespace kouan {
namespace {

using text::thousands;

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

bool is_endless(std::uint64_t figure) {
  return figure == std::numeric_limits<std::uint64_t>::max();
}

LocalText window_name(Window window) {
  switch (window) {
    case Window::calendar_year:
      return {"自当年1月1日起", " since 1 January"};
    case Window::since_previous_year:
      return {"自上年1月1日起", " since 1 January of last year"};
    case Window::all_time:
      break;
  }
  return {"", ""};
}

LocalText who_name(Population population) {
  switch (population) {
    case Population::non_sensitive:
      return {"（含非敏感个人信息）", ", with non-sensitive information"};
    case Population::sensitive:
      return {"（含敏感个人信息）", ", with sensitive information"};
    case Population::special:
      return {"（含特定敏感个人信息）", ", with special sensitive information"};
    case Population::any:
      break;
  }
  return {"", ""};
}

LocalText comparison(bool at_least, Bound bound) {
  if (bound == Bound::unstated) {
    return at_least ? LocalText{"达到（是否含本数未载明）", "reaches (bound not stated)"}
                    : LocalText{"不足（是否含本数未载明）", "is below (bound not stated)"};
  }
  if (bound == Bound::inclusive) return at_least ? LocalText{"≥", "≥"} : LocalText{"≤", "≤"};
  return at_least ? LocalText{">", ">"} : LocalText{"<", "<"};
}

LocalText figure_name(const std::optional<std::uint64_t>& figure) {
  if (!figure) return {"未知的阈值", "a figure that is not known"};
  return {"阈值 " + thousands(*figure), "the threshold " + thousands(*figure)};
}

LocalText earlier(std::uint64_t here_lower, std::uint64_t carried) {
  if (carried == 0) return {};
  return {
      "（本次 " + thousands(here_lower) + " + 年内累计 " + thousands(carried) + "）",
      " (" + thousands(here_lower) + " here + " + thousands(carried) + " earlier in the window)"};
}

/// One measure of how much of a list is there.
struct KnownShare {
  LocalText unit;
  std::uint64_t known = 0;
  std::optional<std::uint64_t> total;  // nullopt: not found
};

/// The rows by the measure that the list itself counts them with.
KnownShare known_rows(const KnownTotals& known, const DeclaredTotals& of) {
  const KnownShare measures[] = {{{"字段", "fields"}, known.fields, of.fields},
                                 {{"条目", "items"}, known.items, of.items},
                                 {{"子类", "subcategories"}, known.items, of.subcategories},
                                 // Rows are read one by one: no category is known as a whole.
                                 {{"大类", "categories"}, 0, of.categories}};
  const auto declared = std::ranges::find_if(
      measures, [](const KnownShare& measure) { return measure.total.has_value(); });
  return declared == std::end(measures) ? measures[0] : *declared;
}

/// "9 of 23 scenarios, 9 of 198 fields".
LocalText known_text(const std::vector<KnownShare>& shares) {
  LocalText text;
  for (const auto& [unit, known, total] : shares) {
    text.zh += (text.zh.empty() ? "已知" : "，") + unit.zh + " " + thousands(known) + "/" +
               (total ? thousands(*total) : "未知");
    text.en += (text.en.empty() ? "" : ", ") + thousands(known) + " of " +
               (total ? thousands(*total) : "unknown") + " " + unit.en;
  }
  return text;
}

}  // namespace

LocalText completeness(const NegativeList& list) {
  const KnownTotals known = known_totals(list);
  const DeclaredTotals& of = list.declared_totals;
  if (list.kind == ListKind::reference) {
    return known_text({{{"规则", "rules"}, list.reference_rules.size(), of.items}});
  }
  const KnownShare rows = known_rows(known, of);
  const bool catalogue = known.scenarios == 0 && !of.scenarios && rows.total;
  if (catalogue) return known_text({rows});
  return known_text({{{"场景", "scenarios"}, known.scenarios, of.scenarios}, rows});
}

LocalText outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::none:
      return {"无须办理出境手续", "no transfer mechanism"};
    case Outcome::filing:
      return {"备案", "filing"};
    case Outcome::contract_or_certification:
      return {"标准合同备案或个人信息保护认证", "standard contract or certification"};
    case Outcome::security_assessment:
      return {"数据出境安全评估", "security assessment"};
    case Outcome::prohibited:
      break;
  }
  return {"不得出境", "must not leave"};
}

LocalText measure_name(const PersonsTest& test) {
  const LocalText window = window_name(test.window);
  const LocalText who = who_name(test.population);
  switch (test.metric) {
    case Metric::held:
      return {"处理者掌握的自然人" + who.zh, "persons held by the handler" + who.en};
    case Metric::group_size:
      return {"数据所描述群体的自然人" + who.zh,
              "persons in the group that the data describes" + who.en};
    case Metric::exported:
      break;
  }
  return {window.zh + "出境的去重自然人" + who.zh,
          "distinct persons exported" + window.en + who.en};
}

std::string_view population_text(Population population) {
  static constexpr std::array<std::string_view, 4> words = {"non_sensitive", "sensitive", "special",
                                                            "any"};
  return word(words, population);
}

std::string_view metric_text(Metric metric) {
  static constexpr std::array<std::string_view, 3> words = {"exported", "held", "group_size"};
  return word(words, metric);
}

std::string_view window_text(Window window) {
  static constexpr std::array<std::string_view, 3> words = {"calendar_year", "since_previous_year",
                                                            "all_time"};
  return word(words, window);
}

std::string_view bound_text(Bound bound) {
  static constexpr std::array<std::string_view, 3> words = {"inclusive", "exclusive", "unstated"};
  return word(words, bound);
}

std::string count_text(const PersonCount& count) {
  if (count.exact()) return thousands(count.lower);
  return thousands(count.lower) + " – " + (is_endless(count.upper) ? "?" : thousands(count.upper));
}

LocalText describe(const PersonsTest& test, const PersonCount& measured, std::uint64_t carried) {
  const LocalText what = measure_name(test);
  const LocalText sign = comparison(test.at_least, test.bound);
  const LocalText figure = figure_name(test.figure);
  const std::string count = count_text(measured);
  const std::uint64_t here = measured.lower >= carried ? measured.lower - carried : 0;
  const LocalText more = earlier(here, test.metric == Metric::exported ? carried : 0);
  return {what.zh + " " + count + " 人 " + sign.zh + " " + figure.zh + more.zh,
          what.en + ": " + count + " " + sign.en + " " + figure.en + more.en};
}

LocalText describe(const QuantityTest& test, const PersonCount& measured) {
  const LocalText sign = comparison(test.at_least, test.bound);
  const LocalText figure = figure_name(test.figure);
  const std::string count = count_text(measured);
  return {test.metric + " " + count + " " + sign.zh + " " + figure.zh,
          test.metric + " " + count + " " + sign.en + " " + figure.en};
}

LocalText entry_reason(const EntryResult& entry) {
  LocalText why;
  for (const auto& condition : entry.conditions) {
    if (condition.value != Tri::yes && condition.value != entry.holds) continue;
    why.zh += (why.zh.empty() ? "" : "；") + condition.text.zh;
    why.en += (why.en.empty() ? "" : "; ") + condition.text.en;
  }
  const Outcome asks = entry.mechanism.value_or(entry.at_most);
  LocalText then = outcome_name(asks);
  if (entry.other_route) then = {"适用其他法律规定的途径", "another law governs the route"};
  if (!entry.mechanism && !entry.other_route) {
    then = {"来源未载明路径，最重按" + then.zh,
            "the source names no mechanism; at most " + then.en};
  }
  const bool open = entry.holds == Tri::unknown;
  return {
      entry.clause.zh + "：" + why.zh + " → " + (open ? "未能确定，可能需" : "") + then.zh,
      entry.clause.en + ": " + why.en + " → " + (open ? "not settled, possibly " : "") + then.en};
}

LocalText loss_reason(std::uint64_t lost, bool unknown_size) {
  if (unknown_size) {
    return {"有数据未能读取且规模未知：不能排除数据出境安全评估",
            "data of unknown size could not be read: a security assessment cannot be ruled out"};
  }
  const std::string count = thousands(lost);
  return {"有 " + count + " 条记录未能读取：每条都可能含有个人信息（含敏感个人信息）",
          lost == 1 ? "1 record could not be read: it may hold personal information, sensitive too"
                    : count +
                          " records could not be read: each may hold personal information, "
                          "sensitive too"};
}

LocalText accepted_reason(std::uint64_t lost, std::uint64_t accepted, const std::string& reason) {
  return {"未能读取的 " + thousands(lost) + " 条记录不超过接受的 " + thousands(accepted) +
              " 条，未计入判定；理由：" + reason,
          thousands(lost) + (lost == 1 ? " unread record is" : " unread records are") +
              " within the " + thousands(accepted) +
              " that were accepted and do not count; reason: " + reason};
}

}  // namespace kouan
