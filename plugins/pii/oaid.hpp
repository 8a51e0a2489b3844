#pragma once

/// \file
/// Anonymous device identifiers of Chinese makers: 17 to 64 hexadecimal digits (those of 16 look
/// like an Android identifier).

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct OaidMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "oaid",
      .concept_id = "device_id",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 17,
      .length_max = 64,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Mobile Security Alliance, OAID of 16 to 64 characters",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
