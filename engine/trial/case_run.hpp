#pragma once

/// \file
/// A case put before the judge of `check`: the state holds the columns that are given, the people
/// are those that are given, and what comes out is held against what is wanted.

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "judge/people.hpp"
#include "state/scan_state.hpp"
#include "trial/rule_case.hpp"

namespace kouan::trial {

/// A case made ready once, to be judged by many rules. Rules may differ in their rows only.
class PreparedCase {
 public:
  PreparedCase(const RuleCase& about, const CaseFile& file, const RuleSet& rules);

  const RuleCase& about() const { return *about_; }
  /// Error: as judge() has it, for an answer or a scenario that does not exist.
  Result<Judgement> judged(const RuleSet& rules) const;

 private:
  const RuleCase* about_;
  ScanState state_;
  People people_;
  Profile profile_;
  JudgeOptions options_;
};

/// One thing that is not as wanted.
struct Mismatch {
  std::string what;          // the key under `want`; "judge": there is no judgement at all
  std::string wanted, came;  // as the case file writes them
};

/// Empty: the case passes.
std::vector<Mismatch> mismatches(const Wanted& want, const Result<Judgement>& judged);

}  // namespace kouan::trial
