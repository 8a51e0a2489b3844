#pragma once

/// \file
/// A mobile number that was kept as a number in scientific notation: 1.38001E+10.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct DamagedMobilePhoneMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "damaged_mobile_phone",
      .concept_id = "mobile_phone",
      .strength = KOUAN_WEAK,
      .chars =
          KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "MIIT number allocation, after a number was kept as a float",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
