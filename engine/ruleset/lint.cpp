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
      for (std::size_t j = 0; j < i; ++j) check_pair(list_.entries[j], entry);
    }
    return std::move(findings_);
  }

 private:
  void report(const char* id, const std::string& where, std::string message, std::string fix) {
    findings_.push_back({id, list_.id + " " + where, std::move(message), std::move(fix)});
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
    if (has_rows(scenario)) return;
    report("scenario-without-rows", scenario.id, "expected a row for the scenario, found none",
           "Add its rows, or the list decides nothing in it.");
  }

  void check_texts(const Entry& entry) {
    if (entry.id.find("EXAMPLE") != std::string::npos) {
      report("example-id", entry.id, "expected an id of the list, found one of an example",
             "Give the row an id of its own; it is never reused.");
    }
    if (entry.clause.zh.empty() && entry.clause.en.empty()) {
      report("missing-clause", entry.id, "expected a clause, found none",
             "Say where in the official text the row stands.");
    }
    if (entry.source.empty()) {
      report("missing-source", entry.id, "expected a source, found none",
             "Say where the row was read.");
    }
    if (entry.scenarios.empty()) {
      report("row-without-scenario", entry.id, "expected a scenario, found none",
             "Name the scenarios of the row, or [any] where the list has none.");
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
      report("figure-without-bound", entry.id,
             "expected a bound beside the figure, found that the exact figure is left open",
             "Say 'bound: inclusive' for 以上, 'bound: exclusive' for 超过 or 不满.");
    });
  }

  void check_fields(const Entry& entry) {
    if (entry.fidelity >= Fidelity::inferred || !entry.fields.empty() || entry.when) return;
    report("field-matches-nothing", entry.id,
           "expected fields or a condition, found neither: the row can match no data",
           "Add the example fields of the row, or a condition.");
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
      report(same ? "duplicate-row" : "overlapping-figures", b.id,
             same ? "expected a row of its own, found what " + a.id + " says already"
                  : "expected one mechanism at a figure, found another one in " + a.id,
             "Compare both rows with the official text and keep what it says.");
    }
    if (!a.when && !b.when && !a.fields.empty() && a.mechanism == b.mechanism) {
      report("duplicate-row", b.id,
             "expected a row of its own, found what " + a.id + " says already",
             "Compare both rows with the official text and keep what it says.");
    }
    if (counted_alike && a.mechanism && b.mechanism && *first->figure != *second->figure &&
        (*first->figure < *second->figure) != (*a.mechanism < *b.mechanism)) {
      report(
          "overlapping-figures", b.id,
          "expected a stricter mechanism at the higher figure, found the contrary beside " + a.id,
          "Compare both figures with the official text.");
    }
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
