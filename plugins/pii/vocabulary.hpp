#pragma once

/// \file
/// Closed lists of words: the values some fields can have.

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

/// Whether `text`, its letters in capitals, is one of `words`. Words have up to 24 bytes.
inline bool is_word(std::string_view text, std::span<const std::string_view> words) {
  Compact<24> upper;
  for (const char c : text) {
    if (!upper.push(to_upper(c))) return false;
  }
  return std::ranges::find(words, upper.view()) != words.end();
}

}  // namespace kouan::pii
