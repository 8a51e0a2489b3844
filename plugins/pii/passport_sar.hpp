#pragma once

/// \file
/// Passports of the special administrative regions: Hong Kong K or H and eight digits, KJ and
/// seven; Macau MA and seven.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct PassportSarMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "passport_sar",
                                              .concept_id = "passport_number",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_SPACE,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 9,
                                              .length_max = 12,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "Hong Kong and Macau SAR passports",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
