#pragma once

/// \file
/// Finds any of a few Han characters in a long text, 32 bytes a step.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pii/han_text.hpp"
#include "pii/text_blocks.hpp"

namespace kouan::pii {

using MarkTable = std::array<std::string_view, 6>;

/// Bit i: one of the marks stands at `at` + i. Looks at 32 places; mark_block_bytes bytes are read.
inline constexpr std::size_t mark_block_bytes = 34;
std::uint32_t marks_in_block(const MarkTable& marks, std::string_view text, std::size_t at);

/// Calls `look(std::size_t at)` for every place where a mark stands, from left to right.
template <class Look>
void for_each_mark(const MarkTable& marks, std::string_view text, Look&& look) {
  std::array<std::size_t, std::tuple_size_v<MarkTable>> codes;
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = han_code(marks[i], 0);
  for_each_in_blocks(
      text, mark_block_bytes, [&](std::size_t at) { return marks_in_block(marks, text, at); },
      [&](std::size_t at) {
        if (std::find(codes.begin(), codes.end(), han_code(text, at)) != codes.end()) look(at);
      });
}

}  // namespace kouan::pii
