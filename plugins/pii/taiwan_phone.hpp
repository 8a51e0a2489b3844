#pragma once

/// \file
/// Taiwan mobile numbers: 09 and eight digits, abroad +886 9; one form with +886.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct TaiwanPhoneMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "taiwan_phone",
                                              .concept_id = "mobile_phone",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE |
                                                       KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
                                                       KOUAN_CHAR_PAREN,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 9,
                                              .length_max = 20,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "Taiwan numbering plan",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<10> digits_;
  Compact<13> number_;
};

}  // namespace kouan::pii
