#pragma once

/// \file
/// Business identifier codes: four letters, two of the country, two characters, and three of a
/// branch.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct SwiftBicMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "swift_bic",
      .concept_id = "swift_bic",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_UPPER,
      .length_min = 8,
      .length_max = 11,
      .where = KOUAN_IN_VALUE,
      .source = "ISO 9362",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
