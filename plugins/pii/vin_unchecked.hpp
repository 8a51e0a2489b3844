#pragma once

/// \file
/// Vehicle identification numbers by their shape alone: many makers, most of Europe among them, do
/// not compute the check character.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/vehicle_number.hpp"

namespace kouan::pii {

struct VinUncheckedMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "vin_unchecked",
      .concept_id = "vin",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 17,
      .length_max = 22,
      .where = KOUAN_IN_VALUE,
      .source = "GB 16735-2019, whose check character is optional outside China and North America",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<17> vin_;
};

}  // namespace kouan::pii
