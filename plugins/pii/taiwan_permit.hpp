#pragma once

/// \file
/// The permit of Taiwan residents for the mainland: eight digits for life since 2008-09-25; before,
/// ten digits and a letter, in brackets or not.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct TaiwanPermitMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "taiwan_permit",
      .concept_id = "taiwan_permit_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_PAREN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 13,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "National Immigration Administration, 2020-09",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
