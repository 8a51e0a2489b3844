#pragma once

/// \file
/// Mobile numbers of the mainland, with or without the country code, of a range that is allocated.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/mobile_range.hpp"

namespace kouan::pii {

struct MobilePhoneMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "mobile_phone",
                                              .concept_id = "mobile_phone",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE |
                                                       KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
                                                       KOUAN_CHAR_PAREN | KOUAN_CHAR_DOT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 11,
                                              .length_max = 22,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "MIIT number allocation to 2023-03",
                                              .first = "+01(8",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
