#pragma once

/// \file
/// IMSI of the networks of the mainland: 460, the network, nine or ten digits.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct ImsiMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "imsi",
                                              .concept_id = "imsi",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 14,
                                              .length_max = 15,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "ITU-T E.212, network codes of country 460",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
