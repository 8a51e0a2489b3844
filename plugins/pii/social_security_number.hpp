#pragma once

/// \file
/// The social security number of a person is the resident identity number: a field or a label that
/// asks for the one holds the other.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct SocialSecurityNumberMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "social_security_number",
      .concept_id = "social_security_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 18,
      .length_max = 18,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "Social Insurance Law, art. 58: the identity number is the social security number",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<18> number_;
};

}  // namespace kouan::pii
