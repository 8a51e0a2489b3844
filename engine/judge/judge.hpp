#pragma once

/// \file
/// judge(): a pure function of state, rules, profile and date. Reads no file, no clock, no data.

#include <set>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "judge/judgement.hpp"
#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan {

class People;

struct JudgeOptions {
  std::vector<std::string> lists;  // --list ids; empty: the national table alone
  Date as_of{};
  std::vector<std::string> subjects;  // --subject: only these concepts or paths key a person
  std::set<std::string> without;      // --without: paths judged as if they were not exported
  bool strict = false;                // assumptions become questions
  std::uint64_t accept_gaps = 0;      // lost records that are accepted, with a reason
  std::string accept_reason;
};

/// Error: invalid_usage for an unknown list, scenario, concept, path or question id, with "did you
/// mean".
Result<Judgement> judge(const ScanState& state, const RuleSet& rules, const Profile& profile,
                        const JudgeOptions& options);

/// As above, over people who are given instead of found in the rows of the state: for cases of
/// rules, which state how many persons there are.
Result<Judgement> judge_people(const ScanState& state, const People& people, const RuleSet& rules,
                               const Profile& profile, const JudgeOptions& options);

/// What each scenario of the chosen lists (else of every list in force on the day) would decide if
/// it were declared for all files. The evidence is read once. Error: as judge().
Result<ScenarioMatrix> judge_matrix(const ScanState& state, const RuleSet& rules,
                                    const Profile& profile, const JudgeOptions& options);

}  // namespace kouan
