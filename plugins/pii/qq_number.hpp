#pragma once

/// \file
/// QQ numbers: five to twelve digits, the first not zero.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct QqNumberMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "qq_number",
                                              .concept_id = "qq_number",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 5,
                                              .length_max = 12,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "Tencent QQ, five to twelve digits",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
