#pragma once

/// \file
/// Vehicle identification numbers: 17 characters without I, O and Q, check character at the ninth,
/// the last four digits, a maker with a letter, a letter beyond F. Less proof than that lets random
/// codes through; the rest is left to vin_unchecked.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/vehicle_number.hpp"

namespace kouan::pii {

struct VinMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "vin",
                                              .concept_id = "vin",
                                              .strength = KOUAN_STRONG,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_SPACE,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 17,
                                              .length_max = 22,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "GB 16735-2019",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<17> vin_;
};

}  // namespace kouan::pii
