#pragma once

/// \file
/// Numbers of machine-to-machine cards: 13 digits that begin with 140 to 144 or 10648.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct IotNumberMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "iot_number",
      .concept_id = "mobile_phone",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 13,
      .length_max = 16,
      .where = KOUAN_IN_VALUE,
      .source = "13-digit numbers of machine cards; no public table",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<13> number_;
};

}  // namespace kouan::pii
