#pragma once

/// \file
/// Commodity codes: 6, 8 or 10 digits of the Harmonized System, or with points (8703.23.10);
/// chapters 01 to 97.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct HsCodeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "hs_code",
      .concept_id = "hs_code",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_DOT,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 4,
      .length_max = 13,
      .where = KOUAN_IN_VALUE,
      .source = "Harmonized System, eight and ten digits in China",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<10> number_;
};

}  // namespace kouan::pii
