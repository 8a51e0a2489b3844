#include "trial/trial_run.hpp"

#include <algorithm>
#include <utility>

#include "judge/tri.hpp"

namespace kouan::trial {
namespace {

/// Puts a row in the place of another, and the other one back at the end.
class InPlaceOf {
 public:
  InPlaceOf(RuleSet& rules, const RowPlace& place, const Entry& changed)
      : row_(&row_at(rules, place)), original_(std::exchange(*row_, changed)) {}
  ~InPlaceOf() { *row_ = std::move(original_); }
  InPlaceOf(const InPlaceOf&) = delete;
  InPlaceOf& operator=(const InPlaceOf&) = delete;

 private:
  Entry* row_;
  Entry original_;
};

/// A row may stand once for each scenario: it holds if it holds in one.
Tri holds_in(const std::vector<EntryResult>& rows, const std::string& id) {
  Tri holds = Tri::no;
  for (const EntryResult& row : rows) {
    if (row.id == id) holds = tri_or(holds, row.holds);
  }
  return holds;
}

Entry with_limb(const Entry& row, const TestPlace& limb, bool value) {
  Entry changed = row;
  // "It, or all of nothing" holds; "it, and any of nothing" does not. The limb itself stays: a row
  // is judged by what its condition speaks of, too.
  Condition& at = test_at(changed, limb);
  const Condition fixed{Group{value ? Group::Kind::all : Group::Kind::any, {}}};
  Condition forced{Group{value ? Group::Kind::any : Group::Kind::all, {at, fixed}}};
  at.test = std::move(forced.test);
  return changed;
}

}  // namespace

Tri TrialRun::Reached::holds(const std::string& id) const {
  return holds_in(rows, id);
}

bool TrialRun::Reached::reaches(const std::string& id) const {
  return std::ranges::find(rows, id, &EntryResult::id) != rows.end();
}

TrialRun::TrialRun(const CaseFile& file, const RuleSet& rules)
    : file_(&file), rules_(&rules), changed_(rules) {
  for (const RuleCase& about : file.cases) {
    Reached& reached = reached_.emplace_back(Reached{PreparedCase(about, file, rules), false, {}});
    auto judged = reached.prepared.judged(rules);
    auto found = mismatches(about.want, judged);
    reached.passes = found.empty();
    if (judged) reached.rows = std::move(judged->entries);
    if (!found.empty()) failed_.push_back({&about, std::move(found)});
  }
}

std::vector<RowPlace> TrialRun::rows() const {
  return rows_of(*rules_, file_->national() ? std::string() : file_->rules);
}

Tri TrialRun::holds_with(const Reached& reached, const RowPlace& row, const Entry& changed) {
  const InPlaceOf in_place(changed_, row, changed);
  const auto judged = reached.prepared.judged(changed_);
  return judged ? holds_in(judged->entries, changed.id) : Tri::unknown;
}

Decided TrialRun::decided_by(const Reached& reached, const RowPlace& row, const TestPlace& limb) {
  const Entry& entry = row_at(*rules_, row);
  const Tri with = holds_with(reached, row, with_limb(entry, limb, true));
  const Tri without = holds_with(reached, row, with_limb(entry, limb, false));
  const Tri is = reached.holds(entry.id);
  if (with == without) return {};
  return {is == with, is == without};
}

CaseCoverage TrialRun::coverage() {
  CaseCoverage coverage;
  for (const RowPlace& place : rows()) {
    const Entry& row = row_at(*rules_, place);
    RowCoverage& of_row = coverage.rows.emplace_back(RowCoverage{place, {}});
    for (const Reached& reached : reached_) {
      if (!reached.reaches(row.id)) continue;
      of_row.holds.yes |= reached.holds(row.id) == Tri::yes;
      of_row.holds.no |= reached.holds(row.id) == Tri::no;
    }
    for (const TestPlace& limb : tests_of(row)) {
      if (std::holds_alternative<Group>(test_at(row, limb).test)) continue;
      LimbCoverage& of_limb = coverage.limbs.emplace_back(LimbCoverage{place, limb, {}});
      for (const Reached& reached : reached_) {
        if (of_limb.decisive.both()) break;
        if (!reached.reaches(row.id)) continue;
        const Decided decided = decided_by(reached, place, limb);
        of_limb.decisive.yes |= decided.yes;
        of_limb.decisive.no |= decided.no;
      }
    }
  }
  return coverage;
}

bool TrialRun::notices(const Reached& reached, const RowPlace& row, const Entry& changed) {
  if (!reached.passes || !reached.reaches(changed.id)) return false;
  const InPlaceOf in_place(changed_, row, changed);
  return !mismatches(reached.prepared.about().want, reached.prepared.judged(changed_)).empty();
}

std::vector<MutantResult> TrialRun::mutants() {
  std::vector<MutantResult> results;
  for (const RowPlace& place : rows()) {
    const Entry& row = row_at(*rules_, place);
    for (Mutant& mutant : mutants_of(row, place)) {
      const Entry changed = mutated(row, mutant);
      const bool noticed = std::ranges::any_of(
          reached_, [&](const Reached& reached) { return notices(reached, place, changed); });
      results.push_back({std::move(mutant), noticed});
    }
  }
  return results;
}

}  // namespace kouan::trial
