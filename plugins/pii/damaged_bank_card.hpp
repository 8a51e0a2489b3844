#pragma once

/// \file
/// A payment card number of UnionPay that was kept as a number: 6.217E+15 or 6.217E+18, or 17 to 19
/// digits that end in the zeros of a float.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct DamagedBankCardMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "damaged_bank_card",
      .concept_id = "bank_card_number",
      .strength = KOUAN_MEDIUM,
      .chars =
          KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "ISO/IEC 7812-1 after the loss of digits beyond the fifteenth",
      .first = "6",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
