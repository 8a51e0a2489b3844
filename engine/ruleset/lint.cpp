#include "ruleset/lint.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

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
      check_texts(entry);
      check_figures(entry);
      check_fields(entry);
      check_patterns(entry);
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

  void check_scenario(const Scenario& scenario) {
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
      if (field.kind != FieldMatcher::Kind::path || !starts_beside_root(field.pattern)) continue;
      report("pattern-never-matches", entry,
             {"规则应能符合 $.a.b 之类的路径，实际以其他字符开头",
              "expected a pattern over paths such as $.a.b, found one whose first character is "
              "another one"},
             {"以 ^\\$ 开头，或者去掉 ^。", "Begin it with ^\\$, or leave the ^ out."});
    }
  }

  /// Every path starts with '$': "^name" can match none.
  static bool starts_beside_root(const std::string& pattern) {
    const std::size_t at = pattern.starts_with("(?i)") ? 4 : 0;
    if (at + 1 >= pattern.size() || pattern[at] != '^') return false;
    if (pattern.find('|') != std::string::npos) return false;  // of the others one may
    const char first = pattern[at + 1];
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const bool optional = at + 2 < pattern.size() &&
                          std::string_view("?*{").find(pattern[at + 2]) != std::string_view::npos;
    return letter && !optional;
  }

  /// The smallest count that reaches the figure; for `below`: the first that no longer is.
  static std::uint64_t first_beyond(const PersonsTest& test) {
    return *test.figure + ((test.bound == Bound::exclusive) == test.at_least ? 1 : 0);
  }

  /// Limbs that must all hold, and leave no count that fits them.
  void check_reach(const Entry& entry) {
    each_test(entry, [&](const Condition& condition) {
      const auto* group = std::get_if<Group>(&condition.test);
      if (group == nullptr || group->kind != Group::Kind::all) return;
      for (const Condition& limb : group->limbs) {
        const auto* low = std::get_if<PersonsTest>(&limb.test);
        if (low == nullptr || !is_known(*low) || !low->at_least) continue;
        const bool none_left = std::ranges::any_of(group->limbs, [&](const Condition& other) {
          const auto* high = std::get_if<PersonsTest>(&other.test);
          return high != nullptr && is_known(*high) && !high->at_least && same_count(*low, *high) &&
                 first_beyond(*low) >= first_beyond(*high);
        });
        if (!none_left) continue;
        report("unreachable-condition", entry, limb.place,
               {"应有同时符合两个数值的数量，实际没有",
                "expected a count that fits both figures, found that none can"},
               {"与正式文本核对两个数值及其是否含本数。",
                "Compare both figures and their bounds with the official text."});
      }
    });
  }
  static bool is_known(const PersonsTest& test) {
    return test.figure.has_value() && test.bound != Bound::unstated;
  }
  static bool same_count(const PersonsTest& a, const PersonsTest& b) {
    return a.metric == b.metric && a.population == b.population && a.window == b.window;
  }

  /// Rows of one scenario that say the same, or count the same persons twice.
  void check_pair(const Entry& a, const Entry& b) {
    const bool share = std::ranges::any_of(b.scenarios, [&](const std::string& id) {
      return std::ranges::find(a.scenarios, id) != a.scenarios.end();
    });
    if (!share || a.kind != b.kind || !same_fields(a, b)) return;
    const auto* first = a.when ? std::get_if<PersonsTest>(&a.when->test) : nullptr;
    const auto* second = b.when ? std::get_if<PersonsTest>(&b.when->test) : nullptr;
    const bool counted_alike = first != nullptr && second != nullptr && first->figure &&
                               second->figure && counts_same(*first, *second);
    if (counted_alike && *first->figure == *second->figure) {
      const bool same = a.mechanism == b.mechanism;
      report(same ? "duplicate-row" : "overlapping-figures", b,
             same ? said_already(a)
                  : LocalText{"同一数值应对应一个出境路径，" + a.id + " 另有规定",
                              "expected one mechanism at a figure, found another one in " + a.id},
             {"与正式文本核对两个条目，以正式文本为准。",
              "Compare both rows with the official text and keep what it says."});
    }
    if (!a.when && !b.when && !a.fields.empty() && a.mechanism == b.mechanism) {
      report("duplicate-row", b, said_already(a),
             {"与正式文本核对两个条目，以正式文本为准。",
              "Compare both rows with the official text and keep what it says."});
    }
    if (counted_alike && a.mechanism && b.mechanism && *first->figure != *second->figure &&
        (*first->figure < *second->figure) != (*a.mechanism < *b.mechanism)) {
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
  static bool counts_same(const PersonsTest& a, const PersonsTest& b) {
    return a.metric == b.metric && a.population == b.population && a.window == b.window &&
           a.at_least == b.at_least;
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
