#pragma once

/// \file
/// What one row of an official table says of itself: kind, mechanism, condition, fields, and what
/// a person still has to settle. [any thread]

#include <string>
#include <vector>

#include "official/example_fields.hpp"
#include "official/figure_phrases.hpp"
#include "official/table_rows.hpp"

namespace kouan::official {

struct RowReading {
  std::string kind, mechanism;  // words of the list format
  FigureReading figures;
  std::vector<ExampleField> fields;
  std::vector<std::string> scenarios;  // names; empty with `any`
  bool any_scenario = false;
  std::vector<LocalText> todos;

  bool settled() const;  // nothing is left to do
};

RowReading read_row(const EntryRow& row, const ImportMap& map, const match::NameLexicon& lexicon,
                    const match::ConceptTable& concepts);

}  // namespace kouan::official
