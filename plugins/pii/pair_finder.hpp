#pragma once

/// \file
/// Finds any of many pairs of Han characters in a long text with a few steps per 32 bytes: each of
/// the four last bytes of two characters is looked up by its two halves (nibbles), and what may be
/// a pair is compared. Texts without a pair cost next to nothing.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kouan::pii {

/// The halves of the bytes that tell pairs apart; a bit stands for a bucket of pairs.
struct PairTable {
  static constexpr std::size_t pair_bytes = 6;
  static constexpr std::array<std::size_t, 4> told_by = {1, 2, 4, 5};  // bytes of a pair

  alignas(16) std::array<std::array<std::uint8_t, 16>, 4> low{}, high{};

  /// Pairs that end alike share a bucket, so that few others pass.
  constexpr void add(std::string_view pair) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(pair[i]); };
    const auto bucket =
        static_cast<std::uint8_t>(1U << ((byte(5) ^ (byte(4) >> 2U) ^ byte(2)) % 8U));
    for (std::size_t i = 0; i < told_by.size(); ++i) {
      low[i][byte(told_by[i]) & 0x0FU] |= bucket;
      high[i][byte(told_by[i]) >> 4U] |= bucket;
    }
  }

  /// Whether the six bytes at `at` may be a pair.
  bool may_be_at(std::string_view text, std::size_t at) const {
    unsigned buckets = 0xFF;
    for (std::size_t i = 0; i < told_by.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[at + told_by[i]]);
      buckets &= static_cast<unsigned>(low[i][byte & 0x0FU] & high[i][byte >> 4U]);
    }
    return buckets != 0;
  }
};

/// Bit i: a pair may stand at `at` + i. Looks at 32 places; pair_block_bytes bytes are read.
inline constexpr std::size_t pair_block_bytes = 38;
std::uint32_t pairs_in_block(const PairTable& table, std::string_view text, std::size_t at);

/// Calls `look(std::size_t at)` for every place where a pair may stand, from left to right.
template <class Look>
void for_each_pair(const PairTable& table, std::string_view text, Look&& look) {
  std::size_t at = 0;
  for (; at + pair_block_bytes <= text.size(); at += 32) {
    for (std::uint32_t bits = pairs_in_block(table, text, at); bits != 0; bits &= bits - 1) {
      look(at + static_cast<std::size_t>(__builtin_ctz(bits)));
    }
  }
  for (; at + PairTable::pair_bytes <= text.size(); ++at) {
    if (table.may_be_at(text, at)) look(at);
  }
}

}  // namespace kouan::pii
