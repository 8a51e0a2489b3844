#pragma once

/// \file
/// The number printed on a social security card: nine characters. The social security number itself
/// is the resident identity number, which has its own detector.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct SocialSecurityCardMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "social_security_card",
      .concept_id = "social_security_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 9,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "social security card number; no standard is public",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> number_;
};

}  // namespace kouan::pii
