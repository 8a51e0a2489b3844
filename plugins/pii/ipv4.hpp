#pragma once

/// \file
/// IPv4 addresses that can be somebody's: private, shared, loopback, link-local, multicast and
/// reserved ones are no hit.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct Ipv4Matcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "ipv4",
                                              .concept_id = "ip_address",
                                              .strength = KOUAN_MEDIUM,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_DOT,
                                              .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_DOT,
                                              .length_min = 7,
                                              .length_max = 15,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "RFC 791, RFC 6890",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
