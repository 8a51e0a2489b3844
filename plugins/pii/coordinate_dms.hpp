#pragma once

/// \file
/// A position in degrees, minutes and seconds: a latitude and a longitude in any order.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct CoordinateDmsMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "coordinate_dms",
      .concept_id = "coordinate_pair",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_COMMA | KOUAN_CHAR_PAREN |
               KOUAN_CHAR_PUNCT | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_NON_ASCII,
      .length_min = 12,
      .length_max = 80,
      .where = KOUAN_IN_VALUE,
      .source = "ISO 6709 annex D",
      .first = "0123456789+-NSEW\xE4\xE5\xE8",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
