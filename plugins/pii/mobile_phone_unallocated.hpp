#pragma once

/// \file
/// Mobile numbers of ranges that were not allocated when the table was made: ranges grow.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/mobile_range.hpp"

namespace kouan::pii {

struct MobilePhoneUnallocatedMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "mobile_phone_unallocated",
      .concept_id = "mobile_phone",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
               KOUAN_CHAR_PAREN | KOUAN_CHAR_DOT,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 11,
      .length_max = 22,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "MIIT number allocation to 2023-03, its gaps",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
