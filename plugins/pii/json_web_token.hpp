#pragma once

/// \file
/// JSON Web Tokens: three parts in base64url, the first two of which begin a JSON object.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct JsonWebTokenMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "json_web_token",
                                              .concept_id = "auth_token",
                                              .strength = KOUAN_STRONG,
                                              .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER |
                                                       KOUAN_CHAR_LOWER | KOUAN_CHAR_HYPHEN |
                                                       KOUAN_CHAR_DOT | KOUAN_CHAR_UNDERSCORE,
                                              .needs = KOUAN_CHAR_LOWER | KOUAN_CHAR_DOT,
                                              .length_min = 30,
                                              .length_max = 65536,
                                              .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
                                              .source = "RFC 7519, RFC 7515",
                                              .first = "e",
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
