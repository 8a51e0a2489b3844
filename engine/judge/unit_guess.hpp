#pragma once

/// \file
/// Scenarios that nobody declared but that the columns look like.

#include <vector>

#include "judge/judge.hpp"
#include "judge/unit_counts.hpp"

namespace kouan {

inline constexpr std::size_t scenario_guesses_max = 5;

/// Best share of typical concepts first; of the chosen lists, else of every list in force.
std::vector<ScenarioGuess> guess_scenarios(const Evidence& evidence, const JudgeOptions& options);

}  // namespace kouan
