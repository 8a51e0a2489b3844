#pragma once

/// \file
/// Fixed-line numbers written without a hyphen behind the area code.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/landline_number.hpp"

namespace kouan::pii {

struct LandlinePhonePlainMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "landline_phone_plain",
                                              .concept_id = "landline_phone",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE |
                                                       KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
                                                       KOUAN_CHAR_PAREN,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 10,
                                              .length_max = 28,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "area codes of the mainland",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  LandlineNumber number_;
};

}  // namespace kouan::pii
