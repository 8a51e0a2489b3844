#pragma once

/// \file
/// The inventory of a report: what every column was taken for, who is behind it, and the summary of
/// persons. No figure here decides anything.

#include <string>
#include <vector>

#include <kouan/date.hpp>

#include "judge/unit_counts.hpp"

namespace kouan {

/// Sorted by path, then concept.
std::vector<FieldFinding> field_findings(const Evidence& evidence, Date day);

PersonsSummary persons_summary(const Evidence& evidence, std::vector<PersonKeyUse> keys);

/// Hex SHA-256 over verdict, entries, fields and persons: the same for any split of the data, any
/// order, thread count, file name or person key.
std::string result_digest(const Judgement& judgement);

}  // namespace kouan
