#pragma once

/// \file
/// The national table and the class table out of rules/policy/.

#include "ruleset/policy.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

/// Error: invalid_rule with file, line and column; also for periods that leave a gap or overlap.
Result<NationalPolicy> read_national(const RuleFile& file, const match::ConceptTable& concepts);

/// Error: invalid_rule with file, line and column; also for a concept with two rows for one day.
Result<ClassTable> read_classes(const RuleFile& file, const match::ConceptTable& concepts);

}  // namespace kouan
