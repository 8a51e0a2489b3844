#pragma once

/// \file
/// Payment cards of the first UnionPay block, with the Luhn digit right: one random number in
/// 12,000.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/bank_card_number.hpp"

namespace kouan::pii {

struct BankCardMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_card",
      .concept_id = "bank_card_number",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 16,
      .length_max = 23,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ISO/IEC 7812-1, UnionPay block 622126 to 622925",
      .first = "6",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  CardNumber card_;
};

}  // namespace kouan::pii
