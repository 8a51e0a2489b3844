#pragma once

/// \file
/// Passports of nine digits: older Chinese ones (14 and 15), and those of Taiwan (3).

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct PassportNumericMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "passport_numeric",
                                              .concept_id = "passport_number",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 9,
                                              .length_max = 9,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "older Chinese passports; Taiwan passports",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
