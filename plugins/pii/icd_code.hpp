#pragma once

/// \file
/// ICD-10 codes: letter, two digits, up to four characters behind a point, the Chinese extension x
/// and three digits, a dagger or star; and codes of morphology (M8140/3).

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct IcdCodeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "icd_code",
      .concept_id = "icd_code",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT |
               KOUAN_CHAR_SLASH | KOUAN_CHAR_PLUS | KOUAN_CHAR_PUNCT,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
      .length_min = 3,
      .length_max = 12,
      .where = KOUAN_IN_VALUE,
      .source = "ICD-10, GB/T 14396, clinical extension of the insurance code",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
