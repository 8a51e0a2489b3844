#pragma once

/// \file
/// A sequence of bases: thirty or more of A, C, G, T and N, at least three of them different
/// letters.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct NucleotideSequenceMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "nucleotide_sequence",
                                              .concept_id = "nucleotide_sequence",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
                                              .needs = 0,
                                              .length_min = 30,
                                              .length_max = 4294967295,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "IUPAC letters of the bases",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
