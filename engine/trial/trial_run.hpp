#pragma once

/// \file
/// All cases of a file, run by the rules: what fails, which rows and limbs the cases decide, and
/// which changes of the rules they notice. [one thread]
///
/// Time: one judgement a case; for the coverage two a case and limb of the rows it reaches; for the
/// mutants one a case and change until one notices.

#include <string>
#include <vector>

#include "trial/case_run.hpp"
#include "trial/mutant.hpp"
#include "trial/row_place.hpp"

namespace kouan::trial {

struct FailedCase {
  const RuleCase* about = nullptr;
  std::vector<Mismatch> mismatches;
};

/// Whether some case decides it one way, and some case the other way.
struct Decided {
  bool yes = false, no = false;
  bool both() const { return yes && no; }
};

struct RowCoverage {
  RowPlace row;
  Decided holds;  // the row applied in a case, and did not in another
};

/// A limb is decided by a case when the row would come out otherwise with the other value.
struct LimbCoverage {
  RowPlace row;
  TestPlace limb;
  Decided decisive;
};

struct CaseCoverage {
  std::vector<RowCoverage> rows;
  std::vector<LimbCoverage> limbs;  // conditions that are no group
};

struct MutantResult {
  Mutant mutant;
  bool noticed = false;
};

class TrialRun {
 public:
  /// Both must outlive the run.
  TrialRun(const CaseFile& file, const RuleSet& rules);

  const RuleSet& rules() const { return *rules_; }
  const CaseFile& file() const { return *file_; }
  const std::vector<FailedCase>& failed() const { return failed_; }
  CaseCoverage coverage();
  /// Only cases that pass can notice a change.
  std::vector<MutantResult> mutants();

 private:
  /// What a case says of each row: id, scenario, whether it holds.
  struct Reached {
    PreparedCase prepared;
    bool passes = false;
    std::vector<EntryResult> rows;

    Tri holds(const std::string& id) const;
    bool reaches(const std::string& id) const;
  };
  std::vector<RowPlace> rows() const;
  Tri holds_with(const Reached& reached, const RowPlace& row, const Entry& changed);
  Decided decided_by(const Reached& reached, const RowPlace& row, const TestPlace& limb);
  bool notices(const Reached& reached, const RowPlace& row, const Entry& changed);

  const CaseFile* file_;
  const RuleSet* rules_;
  RuleSet changed_;  // the rules, with one row at a time put in the place of another
  std::vector<Reached> reached_;
  std::vector<FailedCase> failed_;
};

}  // namespace kouan::trial
