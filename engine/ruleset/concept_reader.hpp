#pragma once

/// \file
/// Concepts and lexicon out of rules/concepts.yaml and rules/lexicon/*.yaml.

#include <vector>

#include "match/concept_table.hpp"
#include "match/name_lexicon.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

/// Error: invalid_rule with file, line and column.
Result<match::ConceptTable> read_concepts(const RuleFile& file);

/// Adds what one file of the lexicon says. Error: invalid_rule with file, line and column.
Result<bool> read_lexicon(const RuleFile& file, const match::ConceptTable& concepts,
                          match::NameLexiconSource& out);

}  // namespace kouan
