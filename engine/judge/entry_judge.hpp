#pragma once

/// \file
/// Judges one row of a list or of the national table: its fields, its condition, what takes it
/// away, and what it asks for in L and in U.

#include <string>

#include "judge/condition_judge.hpp"

namespace kouan {

/// A row with its result and what came up on the way.
struct JudgedRow {
  EntryResult result;
  Findings findings;
};

/// Where the row stands: both empty for the national table.
struct RowPlace {
  std::string list, scenario;
};

JudgedRow judge_entry(const Entry& entry, const View& view, const RowPlace& place);

/// The mechanism that the row asks for at most: a source that names none is taken heaviest.
Outcome heaviest_of(const Entry& entry);

/// Does the row stand beside every list? Important data, other laws and CIIO rows do; the figures
/// of all others are what a list replaces.
bool stands_beside_lists(const Entry& row);

}  // namespace kouan
