#pragma once

/// \file
/// IMO ship numbers: seven digits whose last is that of the weighted sum of the others. Some real
/// ships fail it, and one number in ten passes.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct VesselImoMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "vessel_imo",
      .concept_id = "vessel_imo",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 7,
      .length_max = 11,
      .where = KOUAN_IN_VALUE,
      .source = "IMO Resolution A.1117(30)",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
