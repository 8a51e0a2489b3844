#pragma once

/// \file
/// The questions that part L and U. Each is found by judging again with its answers: what changes
/// nothing is never asked, and what matters only beside another answer is asked with it.

#include <vector>

#include "judge/verdict_decision.hpp"

namespace kouan {

/// Up to so many questions every combination of answers is tried; beyond, every pair.
inline constexpr std::size_t questions_combined_max = 8;

/// Sorted by id; empty when the decision is settled, or when nothing that a person could say would
/// settle it. `people` and `options` as Evidence was made.
std::vector<OpenQuestion> open_questions(const Case& about, const Evidence& evidence,
                                         const People& people, const EvidenceOptions& options,
                                         const Decision& decision);

}  // namespace kouan
