#pragma once

/// \file
/// One decision: every row of the national table and of the declared scenarios, put together into
/// what is certain (L) and what is possible (U). Pure; asked again for every open question.
///
/// Source: rules-model.md, Judging; Provisions 2024, art. 2 to 8.

#include <map>
#include <string>
#include <vector>

#include "judge/entry_judge.hpp"
#include "judge/unit_choice.hpp"

namespace kouan {

/// What stays the same between the decisions of one judge(). References must outlive it.
struct Case {
  const RuleSet& rules;
  const Profile& profile;
  const JudgeOptions& options;
  const NationalPeriod& period;
  std::vector<ScenarioChoice> choices;
};

/// What is tried out: answers on top of the profile, and the other reading of "non-sensitive".
struct Trial {
  std::map<std::string, Tri> answers;
  bool only = false;  // reading b
};

struct Decision {
  OutcomeRange range;
  OutcomeRange national;  // by the national rules alone, to stand beside an incomplete list
  Tri other_route = Tri::no;
  std::vector<EntryResult> entries;  // strictest first, then id
  Findings findings;
  Units units;

  bool settled() const { return range.settled() && other_route != Tri::unknown; }
};

Decision decide(const Case& about, const Evidence& evidence, const Trial& trial);

}  // namespace kouan
