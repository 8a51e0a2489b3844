#pragma once

/// \file
/// The Macau resident identity card number: seven digits that begin with 1, 5 or 7, and a check
/// digit that is printed in brackets.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MacauIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "macau_id",
      .concept_id = "id_document_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_PAREN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 8,
      .length_max = 10,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Macau identity card; its check digit is not published",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<8> number_;
};

}  // namespace kouan::pii
