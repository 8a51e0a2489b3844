#pragma once

/// \file
/// The 15-digit resident identity number in use before 1999; its one form is the 18-character
/// number. It has no check digit, and IMEI and account numbers look like it.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ResidentIdLegacyMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "resident_id_legacy",
      .concept_id = "resident_id_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 15,
      .length_max = 20,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "GB 11643-1999, its 15-digit forerunner",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<15> legacy_;
  Compact<18> number_;
};

}  // namespace kouan::pii
