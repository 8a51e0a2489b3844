#pragma once

/// \file
/// IMEISV: the 14 digits of an IMEI and two of the software version; the one form is the 14 digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ImeisvMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "imeisv",
      .concept_id = "imei",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 16,
      .length_max = 21,
      .where = KOUAN_IN_VALUE,
      .source = "3GPP TS 23.003, 6.2",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<16> number_;
};

}  // namespace kouan::pii
