#pragma once

/// \file
/// A position sentence of a satellite receiver, its checksum right.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct CoordinateNmeaMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "coordinate_nmea",
      .concept_id = "coordinate_pair",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_DOT |
               KOUAN_CHAR_COMMA | KOUAN_CHAR_PUNCT,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_COMMA | KOUAN_CHAR_PUNCT,
      .length_min = 20,
      .length_max = 100,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "NMEA 0183, sentences GGA, GLL and RMC",
      .first = "$",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
