#pragma once

/// \file
/// The organisation code in use before the unified code: eight characters and a check character.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct OrganisationCodeMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "organisation_code",
      .concept_id = "uscc",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 9,
      .length_max = 10,
      .where = KOUAN_IN_VALUE,
      .source = "GB 11714-1997",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<9> code_;
};

}  // namespace kouan::pii
