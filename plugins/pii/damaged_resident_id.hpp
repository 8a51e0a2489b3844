#pragma once

/// \file
/// A resident identity number that a spreadsheet or a float kept as a number: 1.10101E+17, or 18
/// digits of which the last three are zeros. It says that there was one, not whose.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct DamagedResidentIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "damaged_resident_id",
      .concept_id = "resident_id_number",
      .strength = KOUAN_MEDIUM,
      .chars =
          KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "GB 11643-1999 after the loss of digits beyond the fifteenth",
      .first = "12345678",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
