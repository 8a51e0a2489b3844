#pragma once

/// \file
/// The gate in front of the detectors: which of them a candidate concerns, from its character
/// classes and its length alone. Asked for every value, so the answer is four table rows and an
/// "and", whatever the number of detectors; and it never loses a hit.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/detector_host.hpp"

namespace kouan {

/// The class (KOUAN_CHAR_...) of each byte.
inline constexpr std::array<std::uint16_t, 256> char_classes = [] {
  std::array<std::uint16_t, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = c <= 0x20 || c == 0x7F ? KOUAN_CHAR_SPACE
               : c >= 0x80            ? KOUAN_CHAR_NON_ASCII
                                      : KOUAN_CHAR_PUNCT;
  }
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = KOUAN_CHAR_DIGIT;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = KOUAN_CHAR_UPPER;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = KOUAN_CHAR_LOWER;
  table['-'] = KOUAN_CHAR_HYPHEN;
  table['.'] = KOUAN_CHAR_DOT;
  table[':'] = KOUAN_CHAR_COLON;
  table['@'] = KOUAN_CHAR_AT;
  table[','] = KOUAN_CHAR_COMMA;
  table['+'] = KOUAN_CHAR_PLUS;
  table['/'] = KOUAN_CHAR_SLASH;
  table['('] = KOUAN_CHAR_PAREN;
  table[')'] = KOUAN_CHAR_PAREN;
  table['_'] = KOUAN_CHAR_UNDERSCORE;
  return table;
}();

/// The classes that occur in `text`, as one mask.
inline std::uint32_t class_mask(std::string_view text) {
  std::uint32_t mask = 0;
  for (const char c : text) mask |= char_classes[static_cast<unsigned char>(c)];
  return mask;
}

/// Immutable; detectors are known by their number in the set. [any]
class DetectorIndex {
 public:
  /// Of the detectors whose strength is at least `strength_min`.
  explicit DetectorIndex(const DetectorSet& set, std::uint32_t strength_min = KOUAN_WEAK);

  /// Calls fn(std::size_t detector), in ascending order, for every detector that accepts a
  /// candidate of these classes and this length (bytes) at `where`, one KOUAN_IN_... flag.
  /// `first` is the first byte of the candidate.
  template <class Fn>
  void for_each(std::uint32_t mask, std::size_t length, char first, std::uint32_t where,
                Fn&& fn) const {
    const bool is_long = length > exact_max;
    const auto* by_length = &lengths_[row(is_long ? exact_max + 1 : length, where)];
    const auto* by_low = &low_[(mask & 0xFF) * words_];
    const auto* by_high = &high_[(mask >> 8 & 0x7F) * words_];
    const auto* by_first = &first_[static_cast<unsigned char>(first) * words_];
    for (std::size_t word = 0; word < words_; ++word) {
      auto set = by_length[word] & by_low[word] & by_high[word] & by_first[word];
      for (; set != 0; set &= set - 1) {
        const auto detector = word * 64 + static_cast<std::size_t>(std::countr_zero(set));
        if (is_long && !ranges_[detector].contains(length)) continue;
        fn(detector);
      }
    }
  }

  /// Whether any detector accepts such a candidate.
  bool any(std::uint32_t mask, std::size_t length, char first, std::uint32_t where) const {
    bool found = false;
    for_each(mask, length, first, where, [&](std::size_t) { found = true; });
    return found;
  }

 private:
  static constexpr std::size_t exact_max = 64;  // bytes; longer candidates share one row

  struct Range {
    std::uint32_t min, max;
    bool contains(std::size_t length) const { return length >= min && length <= max; }
  };

  std::size_t row(std::size_t length, std::uint32_t where) const {
    const std::size_t place = where == KOUAN_IN_TEXT ? 1 : 0;
    return (place * (exact_max + 2) + length) * words_;
  }

  // Sets of detectors, words_ words of bits each.
  std::size_t words_ = 0;
  std::vector<std::uint64_t> lengths_;  // by place and length
  std::vector<std::uint64_t> low_;      // by the lower 8 bits of the mask
  std::vector<std::uint64_t> high_;     // by the upper 7
  std::vector<std::uint64_t> first_;    // by the first byte
  std::vector<Range> ranges_;           // by detector
};

}  // namespace kouan
