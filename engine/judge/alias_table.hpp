#pragma once

/// \file
/// The rows of a state as the alias graph wants them: identifiers that the judge does not accept
/// left out, the others numbered.

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "judge/aliases.hpp"
#include "judge/field_meaning.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// One accepted identifier of the rows of a class.
struct AcceptedSource {
  std::uint8_t position = 0;  // in the row
  BitId bit = 0;
  std::uint32_t source = 0;  // the same for the same path and file group
  std::uint16_t name_space = 0;
  std::uint8_t rank = 0;
  bool sure = true;
};

/// Per row class its accepted identifiers, strongest first; none: its rows are anonymous.
std::vector<std::vector<AcceptedSource>> accepted_sources(const ScanState& state,
                                                          const RuleSet& rules,
                                                          const FieldMeanings& meanings);

struct AliasTable {
  std::vector<AliasKind> kinds;      // by node
  std::vector<AliasRow> rows;        // those with an accepted identifier
  std::vector<ClassId> row_classes;  // by row
  std::vector<NodeNote> notes;       // by main node; empty: the state has none
  std::vector<std::pair<std::uint32_t, NodeNote>> rejected_notes;  // by row, ascending
  /// Rows without an accepted identifier: class, under 14 on the day, moved -> rows.
  std::map<std::tuple<ClassId, bool, bool>, std::uint64_t> anonymous;
};

/// `day`: days since 1970-01-01. Memory: 20 bytes a row and 40 to 70 an identifier.
AliasTable alias_table(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                       std::int32_t day);

}  // namespace kouan
