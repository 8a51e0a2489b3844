#pragma once

/// \file
/// A passport of any country: six to nine letters and digits, at least three of them digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct PassportAnyMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "passport_any",
      .concept_id = "passport_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 6,
      .length_max = 12,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "ICAO 9303-3, document numbers of up to nine characters",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
