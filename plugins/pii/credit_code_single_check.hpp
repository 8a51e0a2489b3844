#pragma once

/// \file
/// A unified social credit code that only its own check character vouches for: one random number in
/// some hundred passes.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct CreditCodeSingleCheckMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "credit_code_single_check",
      .concept_id = "uscc",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 18,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "GB 32100-2015",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> code_;
};

}  // namespace kouan::pii
