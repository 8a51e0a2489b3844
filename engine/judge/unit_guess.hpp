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

/// Scenarios of which more than one typical concept was found, and at least half, by weight, of
/// those that tell it from others; the most alike first; of the chosen lists, else of every list in
/// force that covers the handler (whose place is not said: of every list in force). A concept
/// weighs the less, the more scenarios share it; general particulars (a name, a phone number) weigh
/// little and tell nothing.
std::vector<ScenarioGuess> guess_scenarios(const Evidence& evidence, const Profile& profile,
                                           const JudgeOptions& options);

/// Declared scenarios in whose files not one of the concepts was found that tell them from others,
/// with what the data looks like instead.
std::vector<LocalText> unlike_declared(const Evidence& evidence, const std::vector<Unit>& units,
                                       Date day, const std::vector<ScenarioGuess>& guesses);

}  // namespace kouan
