#pragma once

/// \file
/// E-mail addresses; the one form is in small letters, for mail systems do not tell them apart.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct EmailMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "email",
      .concept_id = "email",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_DOT | KOUAN_CHAR_AT | KOUAN_CHAR_PLUS | KOUAN_CHAR_UNDERSCORE |
               KOUAN_CHAR_PUNCT,
      .needs = KOUAN_CHAR_DOT | KOUAN_CHAR_AT,
      .length_min = 6,
      .length_max = 254,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "RFC 5321, RFC 5322, the forms in use",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<254> address_;
};

}  // namespace kouan::pii
