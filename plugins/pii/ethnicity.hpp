#pragma once

/// \file
/// The 56 ethnic groups, with 族 behind the name or not.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct EthnicityMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "ethnicity",
                                              .concept_id = "ethnicity",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_NON_ASCII,
                                              .needs = KOUAN_CHAR_NON_ASCII,
                                              .length_min = 3,
                                              .length_max = 15,
                                              .where = KOUAN_IN_VALUE,
                                              .source = "GB/T 3304-1991",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
