#include "ruleset/lint.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "ruleset/lint_conditions.hpp"

namespace kouan {
namespace {

/// Calls `visit` for every test below the condition.
void each_test(const Condition& condition, const std::function<void(const Condition&)>& visit) {
  visit(condition);
  const auto* group = std::get_if<Group>(&condition.test);
  if (group == nullptr) return;
  for (const Condition& limb : group->limbs) each_test(limb, visit);
}

void each_test(const Entry& entry, const std::function<void(const Condition&)>& visit) {
  if (entry.when) each_test(*entry.when, visit);
  for (const Condition& exception : entry.unless) each_test(exception, visit);
}

auto key_of(const FieldMatcher& field) {
  return std::make_tuple(field.kind, field.field_concept, field.pattern);
}

class Linter {
 public:
  Linter(const NegativeList& list, const RuleSet& rules) : list_(list), rules_(rules) {}

  std::vector<LintFinding> run() {
    for (const Scenario& scenario : list_.scenarios) check_scenario(scenario);
    for (std::size_t i = 0; i < list_.entries.size(); ++i) {
      const Entry& entry = list_.entries[i];
      if (is_taken_over(entry)) continue;
      check_todos(entry);
      check_texts(entry);
      check_figures(entry);
      check_fields(entry);
      check_patterns(entry);
      check_names(entry);
      check_reach(entry);
      for (std::size_t j = 0; j < i; ++j) check_pair(list_.entries[j], entry);
    }
    return std::move(findings_);
  }

 private:
  void report(const char* id, const Entry& entry, LocalText message, LocalText fix) {
    report(id, entry, entry.place, std::move(message), std::move(fix));
  }
  void report(const char* id, const Entry& entry, const FilePlace& at, LocalText message,
              LocalText fix) {
    const std::string& file = entry.file.empty() ? list_.file : entry.file;
    findings_.push_back(
        {id, list_.id + " " + entry.id, file, at, std::move(message), std::move(fix)});
  }

  bool is_taken_over(const Entry& entry) const {
    return std::ranges::any_of(list_.carries_over, [&](const std::string& reference) {
      const NegativeList* from = rules_.find_list(reference.substr(0, reference.find('#')));
      return from != nullptr &&
             std::ranges::find(from->entries, entry.id, &Entry::id) != from->entries.end();
    });
  }

  bool has_rows(const Scenario& scenario) const {
    return std::ranges::any_of(list_.entries, [&](const Entry& entry) {
      return std::ranges::any_of(
          entry.scenarios, [&](const std::string& id) { return id == "any" || id == scenario.id; });
    });
  }

  static LintFinding todo_finding(const Todo& todo) {
    return {"open-todo",
            {},
            {},
            todo.place,
            {"应为已确认的内容，尚待确认：" + todo.text.zh,
             "expected what somebody has settled, found something to do: " + todo.text.en},
            {"与正式文本核对后写明，并删去该 todo。",
             "Settle it by the official text, then take this todo out."}};
  }
  void check_todos(const Entry& entry) {
    for (const Todo& todo : entry.todos) {
      LintFinding finding = todo_finding(todo);
      report("open-todo", entry, todo.place, finding.message, finding.fix);
    }
  }
  void check_scenario_todos(const Scenario& scenario) {
    for (const Todo& todo : scenario.todos) {
      LintFinding finding = todo_finding(todo);
      finding.place = list_.id + " " + scenario.id;
      finding.file = list_.file;
      findings_.push_back(std::move(finding));
    }
    const bool open = std::ranges::any_of(list_.entries, [&](const Entry& entry) {
      return !entry.todos.empty() &&
             std::ranges::any_of(entry.scenarios, [&](const std::string& id) {
               return id == "any" || id == scenario.id;
             });
    });
    if (!scenario.complete || (!open && scenario.todos.empty())) return;
    findings_.push_back(
        {"complete-with-todo",
         list_.id + " " + scenario.id,
         list_.file,
         scenario.place,
         {"标为完整的场景不应有待确认事项，实际有",
          "expected nothing to do in a scenario that is called complete, found something"},
         {"完成各项 todo 之前写 complete: no。",
          "Say 'complete: no' until every todo is settled."}});
  }

  void check_scenario(const Scenario& scenario) {
    check_scenario_todos(scenario);
    // What a positive list does not name stays under the national rules: that is an answer.
    if (has_rows(scenario) || list_.kind == ListKind::positive) return;
    findings_.push_back(
        {"scenario-without-rows",
         list_.id + " " + scenario.id,
         list_.file,
         scenario.place,
         {"该场景应有条目，未见条目", "expected a row for the scenario, found none"},
         {"补充其条目，否则清单对该场景不作判定。",
          "Add its rows, or the list decides nothing in it."}});
  }

  void check_texts(const Entry& entry) {
    if (entry.id.find("EXAMPLE") != std::string::npos) {
      report("example-id", entry,
             {"应为清单自己的编号，实为示例编号",
              "expected an id of the list, found one of an example"},
             {"为条目另取编号；编号不得重复使用。",
              "Give the row an id of its own; it is never reused."});
    }
    if (entry.clause.zh.empty() && entry.clause.en.empty()) {
      report("missing-clause", entry, {"应有条款，未见条款", "expected a clause, found none"},
             {"写明条目在正式文本中的位置。", "Say where in the official text the row stands."});
    }
    if (entry.source.empty()) {
      report("missing-source", entry, {"应有出处，未见出处", "expected a source, found none"},
             {"写明条目读自何处。", "Say where the row was read."});
    }
    if (entry.scenarios.empty()) {
      report("row-without-scenario", entry,
             {"应有场景，未见场景", "expected a scenario, found none"},
             {"写明条目适用的场景；清单不分场景的写 [any]。",
              "Name the scenarios of the row, or [any] where the list has none."});
    }
  }

  void check_figures(const Entry& entry) {
    each_test(entry, [&](const Condition& condition) {
      const auto* persons = std::get_if<PersonsTest>(&condition.test);
      const auto* quantity = std::get_if<QuantityTest>(&condition.test);
      const bool open =
          (persons != nullptr && persons->figure && persons->bound == Bound::unstated) ||
          (quantity != nullptr && quantity->figure && quantity->bound == Bound::unstated);
      if (!open) return;
      report("figure-without-bound", entry, condition.place,
             {"数值应写明是否含本数，未写明",
              "expected a bound beside the figure, found that the exact figure is left open"},
             {"“以上”写 bound: inclusive，“超过”“不满”写 bound: exclusive。",
              "Say 'bound: inclusive' for 以上, 'bound: exclusive' for 超过 or 不满."});
    });
  }

  void check_fields(const Entry& entry) {
    const bool hopeless = std::ranges::none_of(entry.fields, can_match);
    if (!entry.fields.empty() && hopeless) {
      return report("row-never-matches", entry,
                    {"应有可能出现的字段，各字段的规则均不可能符合任何文本",
                     "expected a field that data can have, found only patterns that match nothing"},
                    {"改正各字段的规则。", "Mend the patterns of the fields."});
    }
    if (entry.fidelity >= Fidelity::inferred || !entry.fields.empty() || entry.when) return;
    report("field-matches-nothing", entry,
           {"应有字段或者条件，两者均无，条目不会符合任何数据",
            "expected fields or a condition, found neither: the row can match no data"},
           {"补充条目的示例字段或者条件。", "Add the example fields of the row, or a condition."});
  }

  static std::vector<FieldMatcher> all_fields(const Entry& entry) {
    std::vector<FieldMatcher> all = entry.fields;
    each_test(entry, [&](const Condition& condition) {
      const auto* fields = std::get_if<FieldsTest>(&condition.test);
      if (fields != nullptr) all.insert(all.end(), fields->of.begin(), fields->of.end());
    });
    return all;
  }

  void check_patterns(const Entry& entry) {
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (key_of(entry.fields[i]) != key_of(entry.fields[j])) continue;
        report(
            "duplicate-field", entry,
            {"每个字段应只写一次，其中有重复", "expected each field once, found one of them again"},
            {"删去重复的字段，或者改为本应填写的字段。",
             "Take the second one out, or say what it was meant to be."});
      }
    }
    for (const FieldMatcher& field : all_fields(entry)) {
      if (!can_match(field)) report_pattern(entry, field);
    }
  }

  static bool can_match(const FieldMatcher& field) {
    return field.kind == FieldMatcher::Kind::field_concept ||
           never_matches(field.pattern, field.kind == FieldMatcher::Kind::path).empty();
  }
  void report_pattern(const Entry& entry, const FieldMatcher& field) {
    const bool paths = field.kind == FieldMatcher::Kind::path;
    if (never_matches(field.pattern, paths) == "beside-root") {
      return report("pattern-never-matches", entry, field.place,
                    {"规则应能符合 $.a.b 之类的路径，实际以其他字符开头",
                     "expected a pattern over paths such as $.a.b, found one whose first character "
                     "is another one"},
                    {"以 ^\\$ 开头，或者去掉 ^。", "Begin it with ^\\$, or leave the ^ out."});
    }
    report(
        "pattern-never-matches", entry, field.place,
        {"规则应能符合某一文本，实际在 $（文本末尾）之后还要求其他字符",
         "expected a pattern that some text fits, found one that asks for more behind $, the end "
         "of the text"},
        {"指字符 $ 时写 \\$。", "Write \\$ where the character is meant."});
  }

  /// A column that has the very name of the list ought to be found by it.
  void check_names(const Entry& entry) {
    for (const FieldMatcher& field : all_fields(entry)) {
      if (field.kind != FieldMatcher::Kind::field_concept || field.name.zh.empty()) continue;
      if (is_read_as(field.name.zh, field.field_concept)) continue;
      const std::string& id = rules_.concepts.at(field.field_concept).id;
      report("name-never-matches", entry, field.place,
             {"名称“" + field.name.zh + "”应读作 " + id + "，词典不作此解",
              "expected a name that is read as " + id + ", found '" + field.name.zh +
                  "', which the lexicon never reads so"},
             {"核对 concept，或者另写 path。", "Check the concept, or add a field with a path."});
    }
  }
  /// The names of one field stand with 、 between them; one that is read is enough.
  bool is_read_as(const std::string& names, ConceptId wanted) const {
    constexpr std::string_view mark = "、";
    const std::string plain = without_remarks(names);
    for (std::size_t at = 0; at <= plain.size();) {
      const std::size_t end = std::min(plain.find(mark, at), plain.size());
      const auto reading = rules_.lexicon->read({plain.substr(at, end - at), {}, {}});
      if (reading.concept_id == wanted || reading.second == wanted) return true;
      at = end + mark.size();
    }
    return false;
  }
  /// "证件号码（身份证、护照）" without what stands in brackets.
  static std::string without_remarks(std::string names) {
    constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"（", "）"}, {"(", ")"}};
    for (const auto& [open, close] : brackets) {
      for (auto at = names.find(open); at != std::string::npos; at = names.find(open)) {
        const std::size_t end = names.find(close, at);
        names.erase(at, end == std::string::npos ? end : end + close.size() - at);
      }
    }
    return names;
  }

  /// Limbs that must all hold, and leave no count that fits them.
  void check_reach(const Entry& entry) {
    each_test(entry, [&](const Condition& condition) {
      const auto range = count_range(condition);
      if (!range || !range->beyond || range->first < *range->beyond) return;
      report("unreachable-condition", entry, condition.place,
             {"应有同时符合两个数值的数量，实际没有",
              "expected a count that fits both figures, found that none can"},
             {"与正式文本核对两个数值及其是否含本数。",
              "Compare both figures and their bounds with the official text."});
    });
    if (!entry.when) return;
    for (const Condition& exception : entry.unless) {
      if (!same_condition(exception, *entry.when)) continue;
      report("unreachable-condition", entry, exception.place,
             {"例外应只除去部分情形，实际除去该条的全部情形",
              "expected an exception that takes some cases away, found one that takes away all"},
             {"与正式文本核对条件与例外。",
              "Compare the condition and the exception with the official text."});
    }
  }

  /// Rows of one scenario that say the same, or count the same persons twice.
  void check_pair(const Entry& a, const Entry& b) {
    const bool share = std::ranges::any_of(b.scenarios, [&](const std::string& id) {
      return std::ranges::find(a.scenarios, id) != a.scenarios.end();
    });
    if (!share || a.kind != b.kind || !same_fields(a, b)) return;
    const LocalText compare = {"与正式文本核对两个条目，以正式文本为准。",
                               "Compare both rows with the official text and keep what it says."};
    const bool alike = a.when && b.when ? same_condition(*a.when, *b.when)
                                        : !a.when && !b.when && !a.fields.empty();
    if (alike && a.mechanism == b.mechanism) {
      return report("duplicate-row", b, said_already(a), compare);
    }
    const auto first = a.when ? count_range(*a.when) : std::nullopt;
    const auto second = b.when ? count_range(*b.when) : std::nullopt;
    if (!first || !second || !a.mechanism || !b.mechanism || !first->overlaps(*second)) return;
    // 10万人以上 and 100万人以上 overlap by design: the stricter one wins.
    const bool ladder = !first->beyond && !second->beyond && first->first != second->first;
    if (a.mechanism != b.mechanism && !ladder) {
      return report("overlapping-figures", b,
                    {"同一数值应对应一个出境路径，" + a.id + " 另有规定",
                     "expected one mechanism at a figure, found another one in " + a.id},
                    compare);
    }
    if (a.mechanism == b.mechanism && (first->holds(*second) || second->holds(*first))) {
      return report("unreachable-figure", b,
                    {"每个数值应改变结果，" + a.id + " 在其他数值下已有同样规定",
                     "expected a figure that changes the outcome, found that " + a.id +
                         " asks for the same at others already"},
                    compare);
    }
    if (ladder && a.mechanism != b.mechanism &&
        (first->first < second->first) != (*a.mechanism < *b.mechanism)) {
      report(
          "overlapping-figures", b,
          {"数值较高的应对应较严的出境路径，与 " + a.id + " 相比恰好相反",
           "expected a stricter mechanism at the higher figure, found the contrary beside " + a.id},
          {"与正式文本核对两个数值。", "Compare both figures with the official text."});
    }
  }

  static LocalText said_already(const Entry& entry) {
    return {"条目应有自己的内容，与 " + entry.id + " 重复",
            "expected a row of its own, found what " + entry.id + " says already"};
  }
  static bool same_fields(const Entry& a, const Entry& b) {
    return std::ranges::equal(a.fields, b.fields, {}, key_of, key_of);
  }
  const NegativeList& list_;
  const RuleSet& rules_;
  std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> lint_list(const NegativeList& list, const RuleSet& rules) {
  return Linter(list, rules).run();
}

}  // namespace kouan
