#pragma once

/// \file
/// Which files are judged by which scenario of which list, and which by the national table.

#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "judge/judge.hpp"
#include "judge/question.hpp"
#include "judge/unit_counts.hpp"

namespace kouan {

/// A declared scenario and where it stands. `list` is nullptr when the handler named no list that
/// holds it; then the national table judges its files.
struct ScenarioChoice {
  DeclaredScenario declared;
  const NegativeList* list = nullptr;
  const Scenario* scenario = nullptr;  // nullptr: a catalogue without scenarios
  const Sector* sector = nullptr;
};

/// Error: invalid_usage for a list or scenario that does not exist, with "did you mean".
Result<std::vector<ScenarioChoice>> choose_scenarios(const RuleSet& rules, const Profile& profile,
                                                     const JudgeOptions& options);

/// A scenario with its files, and whether its list may replace the national figures.
struct Unit {
  const ScenarioChoice* choice = nullptr;
  Tri applies = Tri::no;
  bool complete = false;  // every row of the scenario is known
  Slice slice;
  LocalText why_not;  // when it does not surely apply

  /// The list decides alone: the national figures do not look at these files.
  bool decided() const { return applies == Tri::yes && complete; }
};

struct Units {
  std::vector<Unit> units;
  Slice all;        // every file: important data, other laws
  Slice counted;    // without exempt files
  Slice rest;       // surely judged by the national figures
  Slice undecided;  // perhaps judged by them: no list decides alone
  bool any_applies = false;
  std::vector<LocalText> not_scanned;  // globs that the scan did not know
};

Units make_units(const std::vector<ScenarioChoice>& choices, const ScanState& state,
                 const RuleSet& rules, const Facts& facts, Date day, Findings& findings);

/// Is the handler registered where the list applies?
bool covers(const NegativeList& list, const Profile& profile);

/// The exemption of that article, if it was in force on the day; nullptr otherwise.
const Exemption* find_exemption(const NationalPolicy& national, const std::string& article,
                                Date day);

}  // namespace kouan
