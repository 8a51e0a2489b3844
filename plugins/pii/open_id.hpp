#pragma once

/// \file
/// OpenID and UnionID of WeChat: o and 27 letters, digits, underscores or hyphens.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct OpenIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "open_id",
      .concept_id = "open_id",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
               KOUAN_CHAR_UNDERSCORE,
      .needs = KOUAN_CHAR_LOWER,
      .length_min = 28,
      .length_max = 28,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "WeChat OpenID and UnionID, shape seen in use",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
