#pragma once

/// \file
/// Payment cards of an issuer not known here, with the Luhn digit right: one number in ten passes.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/bank_card_number.hpp"

namespace kouan::pii {

struct BankCardOtherIssuerMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_card_other_issuer",
      .concept_id = "bank_card_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 13,
      .length_max = 23,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "ISO/IEC 7812-1, national issuers",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  CardNumber card_;
};

}  // namespace kouan::pii
