#pragma once

/// \file
/// A state into the sections of a state file.

#include "match/concept_table.hpp"
#include "state/scan_state.hpp"
#include "state/section_writer.hpp"

namespace kouan {

/// Writes all sections; whether the sink took them is for SectionWriter::finish() to say.
///
/// Beside the state it holds the rows of one tuple length at a time, sorted: 4 + 12 bytes per node.
void write_sections(const ScanState& state, const match::ConceptTable& concepts,
                    SectionWriter& out);

}  // namespace kouan
