#pragma once

/// \file
/// What stands in a scan state, for people and for programs. No sample, no node: nothing of a
/// person.

#include <string>

#include "config/json.hpp"
#include "match/concept_table.hpp"
#include "state/state_file.hpp"
#include "text/language.hpp"

namespace kouan::cli {

/// Counts, header and paths.
Json state_json(const StateFile& file, const match::ConceptTable& concepts);
std::string state_text(const StateFile& file, const match::ConceptTable& concepts,
                       Language language);

/// Files with their blocks, gaps, what was ignored, and ranges that nobody read.
Json coverage_json(const StateFile& file);
std::string coverage_text(const StateFile& file, Language language);

}  // namespace kouan::cli
