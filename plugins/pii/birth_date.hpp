#pragma once

/// \file
/// A day between 1900 and 2099, written 1990-01-01, 1990/1/1, 1990.01.01, 1990年1月1日 or 19900101,
/// with or without a time behind it. Whether it is a birth, the field's name must say.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct BirthDateMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "birth_date",
      .concept_id = "birth_date",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE | KOUAN_CHAR_DOT | KOUAN_CHAR_COLON | KOUAN_CHAR_SLASH |
               KOUAN_CHAR_PLUS | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 40,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "GB/T 7408 (ISO 8601) and the forms in use",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<8> written_;
};

}  // namespace kouan::pii
