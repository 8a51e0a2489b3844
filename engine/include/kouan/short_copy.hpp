#pragma once

/// \file
/// Moves of a few bytes without a call: overlapping ones of known length. [any]

#include <cstddef>
#include <cstring>

#include <kouan/inline.hpp>

namespace kouan {

/// std::memcpy(); fast up to some 64 bytes.
KOUAN_ALWAYS_INLINE void short_copy(void* to_bytes, const void* from_bytes, std::size_t size) {
  auto* const to = static_cast<char*>(to_bytes);
  const auto* const from = static_cast<const char*>(from_bytes);
  if (size >= 16) {
    for (std::size_t at = 0; at + 16 < size; at += 16) std::memcpy(to + at, from + at, 16);
    std::memcpy(to + size - 16, from + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
}

}  // namespace kouan
