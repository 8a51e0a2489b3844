#pragma once

/// \file
/// Air waybills: three digits of the airline, seven of the serial, and its remainder by 7.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct AirWaybillMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "air_waybill",
      .concept_id = "air_waybill_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 11,
      .length_max = 13,
      .where = KOUAN_IN_VALUE,
      .source = "IATA air waybill, check digit modulo 7",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
