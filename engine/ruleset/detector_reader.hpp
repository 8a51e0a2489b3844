#pragma once

/// \file
/// Field-level rules out of rules/detectors/*.yaml, and their cases.

#include <string>
#include <vector>

#include "match/value_rules.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

/// Error: invalid_rule with file, line and column.
Result<std::vector<ValueRule>> read_detectors(const RuleFile& file,
                                              const match::ConceptTable& concepts);

/// A case of a rule (`match`, `no_match`) that did not come out as written.
struct CaseFailure {
  std::string rule;    // id
  std::string sample;  // the made-up value, as the rule file has it
  bool expected = false;
};

/// Runs the cases of all rules against the value (the path plays no part).
std::vector<CaseFailure> run_cases(const ValueRules& rules);

/// OR of the KOUAN_CHAR_ classes of the bytes of a value.
std::uint32_t classes_in(std::string_view value);

}  // namespace kouan
