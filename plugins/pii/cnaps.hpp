#pragma once

/// \file
/// Bank codes of the national payment system (联行号): twelve digits, the last a check digit.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct CnapsMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "cnaps",
      .concept_id = "cnaps_code",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 12,
      .length_max = 12,
      .where = KOUAN_IN_VALUE,
      .source = "ISO 7064 MOD 11,10; fits every published code that was tried",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
