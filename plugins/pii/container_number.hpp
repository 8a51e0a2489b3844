#pragma once

/// \file
/// Freight containers: three letters of the owner, U, J or Z, six digits and a check digit.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct ContainerNumberMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "container_number",
      .concept_id = "container_number",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 11,
      .length_max = 15,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "ISO 6346",
      .first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
