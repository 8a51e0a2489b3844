#pragma once

/// \file
/// The example fields of a row: its cell cut into names, and what the lexicon takes each for.
/// [any thread]

#include <string>
#include <string_view>
#include <vector>

#include "match/concept_table.hpp"
#include "match/name_lexicon.hpp"
#include "ruleset/condition.hpp"

namespace kouan::official {

struct ExampleField {
  std::string name;   // word for word, without number and 等
  std::string label;  // that stands in front of it with a colon; may be empty
  ConceptId concept_id = no_concept;
  Certainty certainty = Certainty::none;
  LocalText todo;  // empty: nothing; else what a person has to say of it
};

/// Cuts at 、，；, line ends and numbers of items, outside of brackets.
std::vector<ExampleField> split_examples(std::string_view cell);

/// split_examples() with concepts. Likely ones are proposed; possible ones stand in the todo only.
/// Names of one concept become one field, all named.
std::vector<ExampleField> read_examples(std::string_view cell, const match::NameLexicon& lexicon,
                                        const match::ConceptTable& concepts);

}  // namespace kouan::official
