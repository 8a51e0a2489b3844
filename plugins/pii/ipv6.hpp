#pragma once

/// \file
/// IPv6 addresses of the global unicast range 2000::/3; local, loopback and multicast ones are no
/// hit. The one form writes all eight groups in full.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct Ipv6Matcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "ipv6",
                                              .concept_id = "ip_address",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_COLON |
                                                       KOUAN_CHAR_DOT,
                                              .needs = KOUAN_CHAR_COLON,
                                              .length_min = 6,
                                              .length_max = 45,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "RFC 4291, RFC 5952",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<39> address_;
};

}  // namespace kouan::pii
