#pragma once

/// \file
/// An age in whole years up to 130, with 岁 or 周岁 behind it or not.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct AgeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "age",
      .concept_id = "age",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 1,
      .length_max = 12,
      .where = KOUAN_IN_VALUE,
      .source = "whole years, 0 to 130",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
