#pragma once

/// \file
/// Steps through a text by blocks of 32 places, of which a vector tells those worth a look; a text
/// shorter than a block, by its Han characters. [any]

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pii/han_text.hpp"

namespace kouan::pii {

/// Calls `look(std::size_t at)` for the places that `places(std::size_t at) -> std::uint32_t` marks
/// by a bit each, every place once, from left to right. `places` reads `block_bytes` (over 32).
template <class Places, class Look>
void for_each_in_blocks(std::string_view text, std::size_t block_bytes, Places&& places,
                        Look&& look) {
  constexpr std::size_t step = 32;
  if (text.size() < block_bytes) {
    for (std::size_t at = 0; at + han_bytes <= text.size();) {
      const bool han = is_han_at(text, at);
      if (han) look(at);
      at += han ? han_bytes : 1;
    }
    return;
  }
  const auto look_at_block = [&](std::size_t at, std::uint32_t seen) {
    for (std::uint32_t bits = places(at) & ~seen; bits != 0; bits &= bits - 1) {
      look(at + static_cast<std::size_t>(__builtin_ctz(bits)));
    }
  };
  std::size_t at = 0;
  for (; at + block_bytes <= text.size(); at += step) look_at_block(at, 0);
  // The last block reaches back over places already seen.
  const std::size_t last = text.size() - block_bytes;
  const std::size_t seen = at - last;
  if (seen < step) look_at_block(last, static_cast<std::uint32_t>((std::uint64_t{1} << seen) - 1));
  for (at = last + step; at + han_bytes <= text.size(); ++at) {
    if (is_han_at(text, at)) look(at);
  }
}

}  // namespace kouan::pii
