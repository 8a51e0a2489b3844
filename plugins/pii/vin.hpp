#pragma once

/// \file
/// Vehicle identification numbers: 17 characters without I, O and Q, check character at the ninth,
/// the last four digits, a letter among the first three. Shorter proof than that lets random codes
/// through: see vin_unchecked for the rest.

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
                                              .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
                                              .length_min = 17,
                                              .length_max = 22,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "GB 16735-2019",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<17> vin_;
};

}  // namespace kouan::pii
