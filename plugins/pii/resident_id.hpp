#pragma once

/// \file
/// The 18-character resident identity number: province, birth date and check character right.
/// Foreigners' and residence-permit numbers of the same layout have detectors of their own.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ResidentIdMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "resident_id",
                                              .concept_id = "resident_id_number",
                                              .strength = KOUAN_STRONG,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_SPACE,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 18,
                                              .length_max = 24,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "GB 11643-1999",
                                              .first = "12345678",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
