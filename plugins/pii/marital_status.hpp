#pragma once

/// \file
/// Words and codes of the marital status.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct MaritalStatusMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "marital_status",
      .concept_id = "marital_status",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_NON_ASCII,
      .needs = 0,
      .length_min = 2,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "GB/T 2261.2-2003 codes and the words in use",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
