#pragma once

/// \file
/// Blood types of the ABO system, with the Rh factor or not.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct BloodTypeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "blood_type",
      .concept_id = "blood_type",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_NON_ASCII | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_PLUS | KOUAN_CHAR_SPACE | KOUAN_CHAR_PAREN,
      .needs = 0,
      .length_min = 1,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "ABO and Rh systems",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
