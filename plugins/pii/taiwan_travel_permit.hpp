#pragma once

/// \file
/// The mainlander's permit for Taiwan: T or, newer, L and eight digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct TaiwanTravelPermitMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "taiwan_travel_permit",
      .concept_id = "taiwan_permit_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 12,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "shape seen on issued permits; no standard is public",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
