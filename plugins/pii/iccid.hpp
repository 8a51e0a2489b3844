#pragma once

/// \file
/// ICCID of Chinese cards: 20 digits that begin with 8986, the last a Luhn digit.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct IccidMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "iccid",
      .concept_id = "iccid",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 20,
      .length_max = 25,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ITU-T E.118, issuer 8986",
      .first = "8",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<20> number_;
};

}  // namespace kouan::pii
