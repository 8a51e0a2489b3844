#pragma once

/// \file
/// What a schema cannot see in a list: rows that say too little, twice, or nothing.

#include <string>
#include <vector>

#include "ruleset/rule_set.hpp"

namespace kouan {

struct LintFinding {
  std::string id;     // which check: "figure-without-bound", ...
  std::string place;  // "beijing/2024 BJ24-AUTO-01", a scenario or sector of the list
  std::string file;   // that it stands in
  FilePlace at;       // the row, scenario or condition there
  LocalText message;  // one sentence: what was expected, what was found
  LocalText fix;      // one sentence: what to do
};

/// In the order of the file. Rows that a list takes over are judged where they were written.
/// Checks: figure-without-bound, missing-clause, missing-source, scenario-without-rows,
/// row-without-scenario, duplicate-row, field-matches-nothing, example-id, overlapping-figures,
/// duplicate-field, unreachable-condition, pattern-never-matches, row-never-matches,
/// name-never-matches, unreachable-figure, open-todo, complete-with-todo.
std::vector<LintFinding> lint_list(const NegativeList& list, const RuleSet& rules);

}  // namespace kouan
