#pragma once

/// \file
/// IMEI: 15 digits with a Luhn digit at the end. One number in ten passes.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ImeiMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "imei",
      .concept_id = "imei",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 15,
      .length_max = 20,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "3GPP TS 23.003, 6.2",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<15> number_;
};

}  // namespace kouan::pii
