#pragma once

/// \file
/// A resident identity number whose check character is wrong: a slip of the pen, a made-up sample,
/// or last digits that a float rounded. It counts where the field is named for it.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ResidentIdUncheckedMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "resident_id_unchecked",
      .concept_id = "resident_id_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 24,
      .where = KOUAN_IN_VALUE,
      .source = "GB 11643-1999, without its check character",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
