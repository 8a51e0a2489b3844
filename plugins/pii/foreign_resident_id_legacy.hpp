#pragma once

/// \file
/// The older foreigner's permanent resident number: three letters of the nationality and 12 digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ForeignResidentIdLegacyMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "foreign_resident_id_legacy",
      .concept_id = "foreign_resident_id",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 15,
      .length_max = 18,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "permanent resident cards issued before 2023-12-01",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<15> number_;
};

}  // namespace kouan::pii
