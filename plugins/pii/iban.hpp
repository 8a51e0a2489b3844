#pragma once

/// \file
/// International bank account numbers: country, its length, remainder 1 modulo 97.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct IbanMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "iban",
      .concept_id = "iban",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 15,
      .length_max = 43,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ISO 13616-1 and its registry of lengths",
      .first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<34> number_;
  Compact<34> rotated_;
};

}  // namespace kouan::pii
