#pragma once

/// \file
/// MEID: 14 hexadecimal digits that begin with a letter, with or without the base-16 Luhn digit, or
/// 18 decimal digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MeidMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "meid",
                                              .concept_id = "imei",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_SPACE,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 14,
                                              .length_max = 20,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "3GPP2 S.R0048-A",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
