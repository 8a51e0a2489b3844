#pragma once

/// \file
/// A latitude of its own: decimal degrees, or degrees, minutes and seconds with its direction.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct LatitudeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "latitude",
      .concept_id = "latitude",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS | KOUAN_CHAR_PUNCT |
               KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 3,
      .length_max = 40,
      .where = KOUAN_IN_VALUE,
      .source = "WGS 84, GCJ-02 or BD-09 degrees",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
