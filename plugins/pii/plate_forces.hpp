#pragma once

/// \file
/// Plates of the armed police (WJ, digits, province, five characters) and the army (two letters,
/// five digits).

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/vehicle_plate.hpp"

namespace kouan::pii {

struct PlateForcesMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "plate_forces",
      .concept_id = "plate_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 7,
      .length_max = 17,
      .where = KOUAN_IN_VALUE,
      .source = "plates of the armed forces; no standard is public",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<16> plate_;
};

}  // namespace kouan::pii
