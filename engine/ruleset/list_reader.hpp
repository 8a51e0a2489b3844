#pragma once

/// \file
/// Negative lists out of YAML.

#include <map>
#include <string>

#include "ruleset/negative_list.hpp"
#include "ruleset/policy.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

/// Reads one list as it stands in its file: nothing is carried over yet. "sector.*" becomes the
/// scenarios of that sector. Error: invalid_rule with file, line and column; also for a scenario,
/// sector, fact or question that neither the list nor the national table defines.
Result<NegativeList> read_list(const RuleFile& file, const match::ConceptTable& concepts,
                               const NationalPolicy& national);

/// Fills in what lists take over from each other ("beijing/2024#retail").
/// Error: invalid_rule, naming the reference that leads nowhere or in a circle.
Result<bool> resolve_carry_over(std::map<std::string, NegativeList>& lists);

}  // namespace kouan
