#pragma once

/// \file
/// rules/concepts.yaml and rules/lexicon/ as the tests of this folder see them.

#include <map>
#include <string>
#include <vector>

#include "match/concept_table.hpp"
#include "match/name_lexicon.hpp"

namespace kouan::match::test {

ConceptTable real_concepts();
NameLexiconSource real_source(const ConceptTable& concepts);
/// The real lexicon, built once.
const NameLexicon& real_lexicon();
const ConceptTable& real_concept_table();

/// The id of a concept, "none" for no_concept.
std::string concept_text(ConceptId concept_id);

}  // namespace kouan::match::test
