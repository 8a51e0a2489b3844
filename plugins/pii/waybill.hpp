#pragma once

/// \file
/// Courier waybills: up to two letters of the carrier and 12 to 15 digits.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct WaybillMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "waybill",
      .concept_id = "waybill_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 12,
      .length_max = 17,
      .where = KOUAN_IN_VALUE,
      .source = "courier waybills; no standard",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
