#pragma once

/// \file
/// Bank account numbers: 12 to 32 digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct BankAccountMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "bank_account",
      .concept_id = "bank_account_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 12,
      .length_max = 40,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "account numbers of passbooks and companies; no standard",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<32> number_;
};

}  // namespace kouan::pii
