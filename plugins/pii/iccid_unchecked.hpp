#pragma once

/// \file
/// ICCID of Chinese cards without a check that holds: 19 digits, or 20 of which the last may be a
/// letter of the card maker.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct IccidUncheckedMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "iccid_unchecked",
                                              .concept_id = "iccid",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_SPACE |
                                                       KOUAN_CHAR_HYPHEN,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 19,
                                              .length_max = 25,
                                              .where = KOUAN_IN_VALUE,
                                              .source = "ITU-T E.118, issuer 8986",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<20> number_;
};

}  // namespace kouan::pii
