#pragma once

/// \file
/// Fixed-line numbers of the mainland with the area code written apart: 010-12345678,
/// (0512)1234-5678, an extension behind. Numbers of 400 and 800 belong to companies and are no hit.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/landline_number.hpp"

namespace kouan::pii {

struct LandlinePhoneMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "landline_phone",
      .concept_id = "landline_phone",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_SPACE | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_PLUS |
               KOUAN_CHAR_PAREN,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN,
      .length_min = 11,
      .length_max = 28,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "area codes of the mainland, GB/T practice of writing them apart",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  LandlineNumber number_;
};

}  // namespace kouan::pii
