#pragma once

/// \file
/// Steps over the characters of a UTF-8 text that is mostly Han, and sets of Han characters. Bytes
/// are not trusted: a step never leaves the text. [any]

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kouan::pii {

inline constexpr std::size_t han_bytes = 3;
inline constexpr std::size_t pair_bytes = 2 * han_bytes;

/// Whether a Han character of three bytes stands at `at`.
constexpr bool is_han_at(std::string_view text, std::size_t at) {
  if (at + han_bytes > text.size()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return byte(0) >= 0xE4 && byte(0) <= 0xE9 && (byte(1) & 0xC0U) == 0x80U &&
         (byte(2) & 0xC0U) == 0x80U;
}

/// Whether a Han character ends at `end`.
constexpr bool is_han_before(std::string_view text, std::size_t end) {
  return end >= han_bytes && end <= text.size() && is_han_at(text, end - han_bytes);
}

/// The number of the Han character at `at`.
constexpr std::size_t han_code(std::string_view text, std::size_t at) {
  const auto bits = [&](std::size_t i, unsigned mask) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[at + i]) & mask);
  };
  return bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
}

/// Two Han characters as one number.
constexpr std::uint32_t pair_code(std::string_view text, std::size_t at) {
  return static_cast<std::uint32_t>(han_code(text, at) << 16U | han_code(text, at + han_bytes));
}

/// Pairs of Han characters, found in a few steps.
template <std::size_t count>
class PairSet {
 public:
  /// `pairs`: one behind the other, nothing between them.
  constexpr explicit PairSet(std::string_view pairs) {
    for (std::size_t i = 0; i < count; ++i) codes_[i] = pair_code(pairs, i * pair_bytes);
    std::sort(codes_.begin(), codes_.end());
  }
  /// Whether a pair of the set stands at `at`.
  constexpr bool at(std::string_view text, std::size_t at) const {
    return is_han_at(text, at) && is_han_at(text, at + han_bytes) &&
           std::binary_search(codes_.begin(), codes_.end(), pair_code(text, at));
  }

 private:
  std::array<std::uint32_t, count> codes_{};
};

/// A bit a character, so that a look-up costs the same for every table.
class HanSet {
 public:
  /// `characters`: Han characters, nothing between them; of words, only the first of each `step`
  /// bytes.
  constexpr explicit HanSet(std::string_view characters, std::size_t step = han_bytes) {
    for (std::size_t at = 0; at < characters.size(); at += step) {
      const std::size_t code = han_code(characters, at);
      bits_[code / 64] |= std::uint64_t{1} << (code % 64);
    }
  }
  /// Whether a character of the set stands at `at`.
  constexpr bool at(std::string_view text, std::size_t at) const {
    if (!is_han_at(text, at)) return false;
    const std::size_t code = han_code(text, at);
    return (bits_[code / 64] >> (code % 64) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 0x10000 / 64> bits_{};
};

}  // namespace kouan::pii
