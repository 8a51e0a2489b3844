#pragma once

/// \file
/// The unified social credit code of an organisation, checked twice: its own check character, and
/// either that of the organisation code inside or the letters that numbers since 2015 carry there.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct CreditCodeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "credit_code",
      .concept_id = "uscc",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 18,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "GB 32100-2015",
      .first = "123456789AaNnYy",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> code_;
};

}  // namespace kouan::pii
