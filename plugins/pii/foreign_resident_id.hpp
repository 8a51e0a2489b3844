#pragma once

/// \file
/// The foreigner's permanent resident number of cards issued from 2023-12-01: 18 characters that
/// begin with 9, with a birth date and the check character of resident identity numbers.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ForeignResidentIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "foreign_resident_id",
      .concept_id = "foreign_resident_id",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 24,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "GB 11643-1999 layout, first digit 9 (cards issued from 2023-12-01)",
      .first = "9",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
