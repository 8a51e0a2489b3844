#pragma once

/// \file
/// What each scenario of each list would decide over one state: a table, read once and judged many
/// times.

#include "cli/judge_arguments.hpp"

namespace kouan::cli {

/// Writes the matrix as text or JSON; returns 0: a table is no verdict.
Result<int> matrix_and_report(const Session& session, const JudgeArguments& arguments,
                              const RuleSet& rules, const Profile& profile, const ScanState& state);

}  // namespace kouan::cli
