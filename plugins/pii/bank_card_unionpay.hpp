#pragma once

/// \file
/// Other payment cards of UnionPay (62), with the Luhn digit right: one random number in a
/// thousand, so a column of them is proof and a single one is not.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/bank_card_number.hpp"

namespace kouan::pii {

struct BankCardUnionpayMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_card_unionpay",
      .concept_id = "bank_card_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 16,
      .length_max = 23,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ISO/IEC 7812-1, UnionPay 62",
      .first = "6",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  CardNumber card_;
};

}  // namespace kouan::pii
