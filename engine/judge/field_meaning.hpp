#pragma once

/// \file
/// What each path of a state means: name evidence weighed against the statistics of the whole
/// column. A column decides, not a cell; a person's correction decides over both.

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
  static constexpr TagId no_tag = 0xFFFF;  // the scan kept no bit and no hit of this meaning

  PathId path = 0;
  ConceptId field_concept = no_concept;  // never no_concept in a finished FieldMeanings
  TagId tag = no_tag;
  Certainty certainty = Certainty::none;  // none: only where a person's correction says so
  bool stray = false;                     // a few hits in a column of something else: enters only U
  bool damaged = false;                   // identifiers that lost digits on the way
  std::string deidentified;               // "masked", "hashed", "opaque" or empty
  std::string why;                        // one sentence
  std::string corrected_by;  // source of a person's correction ("kouan.yaml"), or empty
  bool key = false;          // its values are accepted as identifiers of persons
  std::uint64_t match_per_million = 0;
};

/// Per bit of the state: what it counts as.
struct BitMeaning {
  ConceptId field_concept = no_concept;   // no_concept: a value rule of a list, or nothing
  Certainty certainty = Certainty::none;  // none: the bit counts as nothing
  bool stray = false;
  bool key = false;         // nodes with this bit as source are accepted
  bool likely_key = false;  // a key whose certainty is below sure: makes persons only in U
};

struct FieldMeanings {
  std::vector<FieldMeaning> fields;  // sorted by path text, then concept
  std::vector<BitMeaning> bits;      // by BitId
};

struct FieldMeaningOptions {
  std::vector<std::string> subjects;  // concepts or paths; empty: every identifier keys a person
  std::set<std::string> without;      // these paths, and all below them, count as nothing
};

/// Error: invalid_usage, when a correction, --subject or --without names a path that the state does
/// not have, or a concept that does not exist or cannot tell persons apart. [any thread]
Result<FieldMeanings> field_meanings(const ScanState& state, const RuleSet& rules,
                                     const Profile& profile, const FieldMeaningOptions& options);

}  // namespace kouan
