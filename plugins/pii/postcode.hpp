#pragma once

/// \file
/// Postcodes of the mainland: six digits, the first two up to 86.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct PostcodeMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "postcode",
                                              .concept_id = "postcode",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 6,
                                              .length_max = 6,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "postcodes of the mainland, 01 to 86",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
