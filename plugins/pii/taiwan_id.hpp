#pragma once

/// \file
/// The Taiwan identity card number: a letter for the place, 1 or 2 (8 or 9 for residents without
/// household registration), seven digits and a check digit.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct TaiwanIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "taiwan_id",
      .concept_id = "taiwan_id_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 10,
      .length_max = 10,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Taiwan identity card and resident certificate, check digit modulo 10",
      .first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<10> number_;
};

}  // namespace kouan::pii
