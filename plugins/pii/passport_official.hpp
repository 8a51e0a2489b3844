#pragma once

/// \file
/// Passports of officials: SE, DE or PE and seven digits; older S, D or P and seven or eight.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct PassportOfficialMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "passport_official",
      .concept_id = "passport_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 11,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Chinese service, diplomatic and public-affairs passports",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
