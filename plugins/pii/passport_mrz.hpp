#pragma once

/// \file
/// The machine-readable zone of a passport or card, whole or the line that carries the number. A
/// zone is a whole identity page in text. The birth date is given when its century is certain.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct PassportMrzMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "passport_mrz",
      .concept_id = "passport_number",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_PUNCT | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
      .length_min = 30,
      .length_max = 100,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ICAO 9303 parts 3 to 6",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
