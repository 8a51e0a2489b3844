#pragma once

/// \file
/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.

#include <cstddef>
#include <string_view>

namespace kouan::input {

/// How many leading bytes are whole, valid characters; text.size() if all are. [any thread]
std::size_t valid_utf8_prefix(std::string_view text);

/// Whether `text` is valid but for a last character that its end may have cut.
bool is_utf8_head(std::string_view text);

inline bool is_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

}  // namespace kouan::input
