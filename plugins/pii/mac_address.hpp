#pragma once

/// \file
/// MAC addresses: six pairs of hexadecimal digits with colons or hyphens, or three groups of four
/// with dots. All zeros and all ones are no address.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MacAddressMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "mac_address",
                                              .concept_id = "mac_address",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_COLON | KOUAN_CHAR_DOT,
                                              .needs = 0,
                                              .length_min = 14,
                                              .length_max = 17,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "IEEE 802, EUI-48",
                                              .first = "0123456789ABCDEFabcdef",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<12> address_;
};

}  // namespace kouan::pii
