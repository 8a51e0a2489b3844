#pragma once

/// \file
/// One column and one concept: the word of the name weighed against the share of values that have
/// the shape. Pure functions over statistics. [any thread]
///
/// Source of the shares: data/identifiers.md ("verdict per column, not per cell") and people.md (a
/// medium shape without a name needs 80 % of the column).

#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/concept.hpp>

#include "match/concept_table.hpp"
#include "tally/field_statistics.hpp"

namespace kouan {

/// Limits of the weighing. Shares are percent of the values of a column.
inline constexpr std::uint64_t column_percent_min = 80;        // the column is one of them
inline constexpr std::uint64_t part_percent_min = 20;          // a part of the column is
inline constexpr std::uint64_t masked_percent_min = 50;        // the column is masked
inline constexpr std::uint64_t chance_percent_max = 1;         // of codes that a check digit passes
inline constexpr std::uint64_t stray_values_per_hit = 10'000;  // rarer hits are strays
inline constexpr std::uint64_t constant_values_min = 21;  // one value so often is a placeholder
inline constexpr std::uint64_t few_values_max = 19;       // too few to outweigh a name

/// What is known of the values of a concept apart from any column.
struct ConceptTraits {
  std::uint8_t identifies = 0;
  bool shaped = false;  // has a public standard shape: a column without any such value is doubtful
  bool words = false;   // written in words: never a number, never all the same
  bool umbrella = false;  // documents of any kind
  bool secret = false;    // a hash of it is such a thing itself (password, token, features)
};

ConceptTraits traits_of(const match::Concept& item);

/// One column seen with one concept in mind.
struct ColumnEvidence {
  ConceptTraits traits;
  const FieldStatistics* column = nullptr;
  HitCounts hits;                           // of this concept
  Certainty named = Certainty::none;        // the name says this concept, or one of its family
  Certainty named_other = Certainty::none;  // the name says something else
  bool filled_by_other = false;             // the values are, nearly all, something else
};

/// What came of it.
struct ColumnWeight {
  Certainty certainty = Certainty::none;
  bool stray = false;
  bool key = false;          // good enough to tell persons apart
  std::string deidentified;  // "masked", "hashed" or empty
  std::string why;           // one sentence
};

/// Are nearly all values taken whole by a detector that needs no name (medium or strong)?
bool fills_column(const FieldStatistics& column, const HitCounts& hits);
/// One value in so many records that it cannot tell persons apart.
bool constant_column(const FieldStatistics& column);

ColumnWeight weigh(const ColumnEvidence& evidence);

/// "sure", "likely", "possible", "none".
std::string_view certainty_text(Certainty certainty);

}  // namespace kouan
