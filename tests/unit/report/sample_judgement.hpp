#pragma once

/// \file
/// Small judgements with made-up figures, clauses and values, for the tests of every report.

#include "judge/judgement.hpp"
#include "match/concept_table.hpp"

namespace kouan::sample {

match::ConceptTable concepts();

/// Determined: one row of a made-up list asks for an assessment; everything was read.
Judgement assessment();

/// Undetermined: one row is open, a question parts the branches, a part was not read.
Judgement undetermined();

/// Determined, none, everything read.
Judgement free_of_duty();

/// Every text that data could bring along holds `text`.
Judgement hostile(const std::string& text);

}  // namespace kouan::sample
