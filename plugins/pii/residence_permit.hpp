#pragma once

/// \file
/// The residence permit of people from Hong Kong (810000), Macau (820000) and Taiwan (830000): laid
/// out and checked like a resident identity number, and used in its place.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ResidencePermitMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "residence_permit",
      .concept_id = "resident_id_number",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 24,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "GB 11643-1999 layout, division codes 810000, 820000, 830000",
      .first = "8",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
