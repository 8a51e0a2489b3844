#pragma once

/// \file
/// The permit of Hong Kong (H) and Macau (M) residents for the mainland: eight digits for life, and
/// two for the reissue, often left out; the one form has the eight.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct HomeReturnPermitMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "home_return_permit",
                                              .concept_id = "hk_macau_permit_number",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_SPACE,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 9,
                                              .length_max = 14,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "MPS notice 2010 on the home-return permit",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
