#pragma once

/// \file
/// WeChat identifiers: a letter and five to nineteen letters, digits, underscores or hyphens. The
/// one form is in small letters.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct WechatIdMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "wechat_id",
                                              .concept_id = "wechat_id",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_UNDERSCORE,
                                              .needs = 0,
                                              .length_min = 6,
                                              .length_max = 20,
                                              .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
                                              .source = "Tencent WeChat, naming rule",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<20> id_;
};

}  // namespace kouan::pii
