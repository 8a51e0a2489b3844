#pragma once

/// \file
/// Payment cards of the international schemes, with the Luhn digit right.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/bank_card_number.hpp"

namespace kouan::pii {

struct BankCardInternationalMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_card_international",
      .concept_id = "bank_card_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 13,
      .length_max = 23,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "ISO/IEC 7812-1, ranges of Visa, MasterCard, JCB, American Express",
      .first = "2345",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  CardNumber card_;
};

}  // namespace kouan::pii
