#pragma once

/// \file
/// Finds any of many pairs of Han characters in a long text with a few steps per 32 bytes: each of
/// the six bytes is looked up by its two halves (nibbles), and what may be a pair is looked up
/// whole. Texts without a pair cost next to nothing.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pii/han_text.hpp"
#include "pii/text_blocks.hpp"

namespace kouan::pii {

/// The halves of the bytes of all pairs; a bit stands for a bucket of pairs.
class PairTable {
 public:
  /// `pairs`: one behind the other. Those whose last characters are near each other share a bucket,
  /// so that few others pass.
  constexpr explicit PairTable(std::string_view pairs) {
    std::array<std::size_t, pairs_max> order{};  // last character and place of each
    const std::size_t count = std::min(pairs.size() / pair_bytes, pairs_max);
    for (std::size_t i = 0; i < count; ++i) {
      order[i] = last_character(pairs.substr(i * pair_bytes)) * pairs_max + i;
    }
    std::sort(order.begin(), order.begin() + count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto pair = pairs.substr(order[i] % pairs_max * pair_bytes, pair_bytes);
      add(pair, static_cast<std::uint8_t>(1U << (i * 8 / count)));
    }
  }

  /// Whether the six bytes at `at` pass the halves of some bucket.
  bool passes(std::string_view text, std::size_t at) const {
    unsigned buckets = 0xFF;
    for (std::size_t i = 0; i < pair_bytes; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      buckets &= static_cast<unsigned>(low[i][byte & 0x0FU] & high[i][byte >> 4U]);
    }
    return buckets != 0;
  }
  /// Whether they may be a pair: one in a hundred others is taken for one.
  constexpr bool may_be_at(std::string_view text, std::size_t at) const {
    const std::size_t place = place_of(text.substr(at, pair_bytes));
    return (known_[place / 64] >> (place % 64) & 1U) != 0;
  }

  alignas(16) std::array<std::array<std::uint8_t, 16>, pair_bytes> low{}, high{};

 private:
  static constexpr std::size_t pairs_max = 512;
  static constexpr std::size_t places = 1U << 15U;

  static constexpr std::size_t last_character(std::string_view pair) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(pair[i]); };
    return std::size_t{byte(3)} << 16U | std::size_t{byte(4)} << 8U | byte(5);
  }
  static constexpr std::size_t place_of(std::string_view pair) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < pair_bytes; ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(pair[i])} << (8 * i);
    }
    return static_cast<std::size_t>(word * 0x9E3779B97F4A7C15ULL >> 49U);
  }
  constexpr void add(std::string_view pair, std::uint8_t bucket) {
    for (std::size_t i = 0; i < pair_bytes; ++i) {
      const auto byte = static_cast<unsigned char>(pair[i]);
      low[i][byte & 0x0FU] |= bucket;
      high[i][byte >> 4U] |= bucket;
    }
    const std::size_t place = place_of(pair);
    known_[place / 64] |= std::uint64_t{1} << (place % 64);
  }

  std::array<std::uint64_t, places / 64> known_{};
};

/// Bit i: the bytes at `at` + i pass. Looks at 32 places; pair_block_bytes bytes are read.
inline constexpr std::size_t pair_block_bytes = 38;
std::uint32_t pairs_in_block(const PairTable& table, std::string_view text, std::size_t at);

/// Calls `look(std::size_t at)` for every place where a pair may stand, from left to right.
template <class Look>
void for_each_pair(const PairTable& table, std::string_view text, Look&& look) {
  for_each_in_blocks(
      text, pair_block_bytes, [&](std::size_t at) { return pairs_in_block(table, text, at); },
      [&](std::size_t at) {
        if (at + pair_bytes <= text.size() && table.may_be_at(text, at)) look(at);
      });
}

}  // namespace kouan::pii
