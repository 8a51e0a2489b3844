#pragma once

/// \file
/// The condition of an entry as a person reads it: no figures of a dataset, only what is asked.

#include "match/concept_table.hpp"
#include "ruleset/condition.hpp"

namespace kouan::cli {

/// "all of: persons exported since 1 January ≥ 100,000; ..." [any thread]
LocalText condition_text(const Condition& condition, const match::ConceptTable& concepts);

/// A field of a row: what the list calls it, what it means, or the pattern that finds it.
LocalText field_text(const FieldMatcher& field, const match::ConceptTable& concepts);

}  // namespace kouan::cli
