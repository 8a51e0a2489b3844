#pragma once

/// \file
/// Does the national table answer everywhere? Each period is tried at the counts around each of its
/// figures, for operators of critical information infrastructure and others, with important data
/// and without, and holders of many persons and of few. [any thread]

#include <vector>

#include "ruleset/lint.hpp"

namespace kouan::trial {

/// One finding a period at most: the first point without a sure answer, and how many there are.
/// Check: national-gap.
std::vector<LintFinding> lint_national(const RuleSet& rules);

}  // namespace kouan::trial
