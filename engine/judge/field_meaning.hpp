#pragma once

/// \file
/// What each path of a state means: name evidence weighed against the statistics of the whole
/// column. A column decides, not a cell.

#include <set>
#include <string>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/error.hpp>

#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// One meaning of a path. A path has one main meaning (from its name, or from what fills the
/// column) and may have others: hits in running text, several document types in one column.
struct FieldMeaning {
  PathId path = 0;
  ConceptId field_concept = no_concept;
  TagId tag = 0;
  Certainty certainty = Certainty::none;
  bool stray = false;  // a few hits in a column of something else: enters only U
  bool damaged = false;
  std::string deidentified;  // "masked", "hashed" or empty
  std::string why;           // one sentence
  std::string corrected_by;  // source of a person's correction ("kouan.yaml"), or empty
  bool key = false;          // its values are accepted as identifiers of persons
  std::uint64_t match_per_million = 0;
};

/// Per bit of the state: what it counts as.
struct BitMeaning {
  ConceptId field_concept = no_concept;
  Certainty certainty = Certainty::none;  // none: the bit counts as nothing
  bool stray = false;
  bool key = false;         // nodes with this bit as source are accepted
  bool likely_key = false;  // accepted only in U (certainty below sure) when false in L
};

struct FieldMeanings {
  std::vector<FieldMeaning> fields;  // sorted by path text, then concept
  std::vector<BitMeaning> bits;      // by BitId
};

struct FieldMeaningOptions {
  std::vector<std::string> subjects;
  std::set<std::string> without;  // these paths count as nothing
};

/// Error: invalid_usage, when a correction or --subject names a path or concept that is not there.
Result<FieldMeanings> field_meanings(const ScanState& state, const RuleSet& rules,
                                     const Profile& profile, const FieldMeaningOptions& options);

}  // namespace kouan
