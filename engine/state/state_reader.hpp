#pragma once

/// \file
/// The sections of a state file into a state.

#include "match/concept_table.hpp"
#include "state/scan_state.hpp"
#include "state/section_reader.hpp"

namespace kouan {

/// Reads all sections. What comes back is good for nothing unless in.ok().
///
/// Everything must stand in the order in which write_sections() puts it: there is one file for one
/// state.
ScanState read_sections(SectionReader& in, const match::ConceptTable& concepts);

}  // namespace kouan
