#pragma once

/// \file
/// MAC addresses without separators: twelve hexadecimal digits.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MacAddressPlainMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "mac_address_plain",
      .concept_id = "mac_address",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = 0,
      .length_min = 12,
      .length_max = 12,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "IEEE 802, EUI-48",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<12> address_;
};

}  // namespace kouan::pii
