#pragma once

/// \file
/// Advertising identifiers and other UUIDs; all zeros means that there is none.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct AdvertisingIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "advertising_id",
      .concept_id = "device_id",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_HYPHEN,
      .length_min = 36,
      .length_max = 36,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "RFC 9562, as used by IDFA, GAID, OAID",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<36> id_;
};

}  // namespace kouan::pii
