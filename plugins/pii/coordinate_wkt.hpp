#pragma once

/// \file
/// A position as well-known text: POINT(longitude latitude), with or without a height and an SRID.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct CoordinateWktMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "coordinate_wkt",
      .concept_id = "coordinate_pair",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS | KOUAN_CHAR_PAREN |
               KOUAN_CHAR_PUNCT,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_PAREN,
      .length_min = 10,
      .length_max = 120,
      .where = KOUAN_IN_VALUE,
      .source = "OGC Simple Feature Access (06-103r4), well-known text",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
