#pragma once

/// \file
/// IMEI without its check digit: 14 digits that are no time stamp yyyymmddhhmmss.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ImeiUncheckedMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "imei_unchecked",
      .concept_id = "imei",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 14,
      .length_max = 18,
      .where = KOUAN_IN_VALUE,
      .source = "3GPP TS 23.003, 6.2",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<14> number_;
};

}  // namespace kouan::pii
