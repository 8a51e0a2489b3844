#pragma once

/// \file
/// A position in decimal degrees: two numbers of three or more decimals, in brackets or not, with a
/// comma, semicolon, bar or space between. The datum cannot be told from a point.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct CoordinateDecimalMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "coordinate_decimal",
      .concept_id = "coordinate_pair",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT |
               KOUAN_CHAR_PLUS | KOUAN_CHAR_COMMA | KOUAN_CHAR_PAREN | KOUAN_CHAR_PUNCT,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_DOT,
      .length_min = 11,
      .length_max = 80,
      .where = KOUAN_IN_VALUE,
      .source = "WGS 84, GCJ-02 or BD-09 degrees",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
