#pragma once

/// \file
/// Android identifiers: 16 hexadecimal digits in small letters; one digit repeated means none.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct AndroidIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "android_id",
      .concept_id = "device_id",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_LOWER,
      .needs = 0,
      .length_min = 16,
      .length_max = 16,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Android documentation, Settings.Secure.ANDROID_ID",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
