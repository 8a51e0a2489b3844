#pragma once

/// \file
/// Scenarios that nobody declared but that the columns look like, and declared ones that they do
/// not look like.

#include <vector>

#include "judge/judge.hpp"
#include "judge/unit_choice.hpp"
#include "judge/unit_counts.hpp"

namespace kouan {

inline constexpr std::size_t scenario_guesses_max = 5;

/// How much of what is typical for the scenario stands in the columns; `decides` is left empty.
ScenarioGuess compare_scenario(const Evidence& evidence, const NegativeList& list,
                               const Scenario& scenario);

/// Of the chosen lists, else of every list in force that covers the handler (whose place is not
/// said: of every list in force). The best share of typical concepts comes first; a concept weighs
/// the less, the more scenarios it is typical of: a name speaks for nothing in particular.
std::vector<ScenarioGuess> guess_scenarios(const Evidence& evidence, const Profile& profile,
                                           const JudgeOptions& options);

/// Declared scenarios of which not one typical concept was found, with what the columns look like
/// instead.
std::vector<LocalText> unlike_declared(const Evidence& evidence,
                                       const std::vector<ScenarioChoice>& choices,
                                       const std::vector<ScenarioGuess>& guesses);

/// Does it look like the scenario: at least half of what is typical, and more than one concept?
bool looks_like(const ScenarioGuess& guess);

}  // namespace kouan
