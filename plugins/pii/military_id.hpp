#pragma once

/// \file
/// Identity cards of the armed forces: 军 (officers), 士, 兵, earlier 字第, and the numbers of 文,
/// 武, 离, 退.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct MilitaryIdMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "military_id",
      .concept_id = "military_id_number",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_NON_ASCII | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_NON_ASCII,
      .length_min = 9,
      .length_max = 25,
      .where = KOUAN_IN_VALUE,
      .source = "identity cards of the armed forces, 2016 reform",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<11> number_;
};

}  // namespace kouan::pii
