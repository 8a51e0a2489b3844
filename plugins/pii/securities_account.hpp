#pragma once

/// \file
/// Securities accounts: Shanghai a letter and nine digits, Shenzhen ten digits; fund accounts
/// twelve.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct SecuritiesAccountMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "securities_account",
      .concept_id = "securities_account",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 10,
      .length_max = 12,
      .where = KOUAN_IN_VALUE,
      .source =
          "accounts of the Shanghai and Shenzhen exchanges and of funds; no standard is public",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<12> number_;
};

}  // namespace kouan::pii
