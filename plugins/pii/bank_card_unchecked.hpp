#pragma once

/// \file
/// Payment cards of a known issuer whose last digit is not the Luhn digit: not every Chinese card
/// has it.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/bank_card_number.hpp"

namespace kouan::pii {

struct BankCardUncheckedMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_card_unchecked",
      .concept_id = "bank_card_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 13,
      .length_max = 23,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "ISO/IEC 7812-1, issuers whose cards carry no Luhn digit",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  CardNumber card_;
};

}  // namespace kouan::pii
