#pragma once

/// \file
/// Maritime mobile service identities of ships: nine digits that begin with 2 to 7, the region.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct VesselMmsiMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "vessel_mmsi",
                                              .concept_id = "vessel_imo",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 9,
                                              .length_max = 9,
                                              .where = KOUAN_IN_VALUE,
                                              .source = "ITU-R M.585-9",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
