#pragma once

/// \file
/// The Hong Kong identity card number: one or two letters, six digits, and a check digit (0-9 or A)
/// that is printed in brackets.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct HongKongIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "hong_kong_id",
      .concept_id = "hk_id_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_PAREN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 11,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Hong Kong identity card, check digit modulo 11",
      .first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
