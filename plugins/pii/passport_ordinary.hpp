#pragma once

/// \file
/// The ordinary Chinese passport: G or E and eight digits, since 2017-04-05 E, a letter and seven
/// digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct PassportOrdinaryMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "passport_ordinary",
      .concept_id = "passport_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 12,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "National Immigration Administration, ordinary passports",
      .first = "EGeg",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
