#pragma once

/// \file
/// Macau mobile numbers: eight digits that begin with 6, one form with +853.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MacauPhoneMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "macau_phone",
                                              .concept_id = "mobile_phone",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE |
                                                       KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
                                                       KOUAN_CHAR_PAREN,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 8,
                                              .length_max = 19,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "Macau numbering plan",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<8> digits_;
  Compact<12> number_;
};

}  // namespace kouan::pii
