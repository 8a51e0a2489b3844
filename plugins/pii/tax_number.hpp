#pragma once

/// \file
/// The taxpayer number: a division code and an organisation code, or a person's identity number
/// with or without a suffix.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct TaxNumberMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "tax_number",
      .concept_id = "tax_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 15,
      .length_max = 20,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "taxpayer numbers of 15, 17, 18 or 20 characters",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<20> number_;
};

}  // namespace kouan::pii
