#pragma once

/// \file
/// Plates of civil vehicles: province, letter and five characters (the last may be 挂, 学, 警, 港,
/// 澳), or six for new-energy vehicles.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/vehicle_plate.hpp"

namespace kouan::pii {

struct PlateCivilMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "plate_civil",
      .concept_id = "plate_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_NON_ASCII,
      .length_min = 9,
      .length_max = 17,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "GA 36-2018",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<16> plate_;
};

}  // namespace kouan::pii
