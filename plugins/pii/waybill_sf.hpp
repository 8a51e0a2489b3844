#pragma once

/// \file
/// Waybills of SF Express: SF and twelve or thirteen digits.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct WaybillSfMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "waybill_sf",
                                              .concept_id = "waybill_number",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
                                              .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
                                              .length_min = 14,
                                              .length_max = 15,
                                              .where = KOUAN_IN_VALUE,
                                              .source = "SF Express waybills, shape seen in use",
                                              .first = "S",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
