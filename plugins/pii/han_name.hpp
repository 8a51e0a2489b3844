#pragma once

/// \file
/// Names of persons in Han characters: a common surname and one or two characters, or a name of a
/// minority people with a middle dot.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct HanNameMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "han_name",
      .concept_id = "person_name",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_NON_ASCII,
      .length_min = 6,
      .length_max = 64,
      .where = KOUAN_IN_VALUE,
      .source = "frequent surnames, Ministry of Public Security, name report 2020",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
