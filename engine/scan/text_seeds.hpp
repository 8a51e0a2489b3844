#pragma once

/// \file
/// Where in a running text an identifier may stand: the tokens that hold a digit, an '@' or a ':',
/// or that are hyphened or dotted as hardware addresses are, or long rows of letters. All other
/// words cost a few bits per byte, and no branch.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kouan {

/// Bitmaps over one text, a bit a byte. Scratch of one worker: reuse it.
class TextSeeds {
 public:
  /// Letters in a row that are a seed without a digit: sequences of bases, tokens of Base64.
  static constexpr std::size_t letters_min = 30;

  void read(std::string_view text);

  /// The first seed at or after `at`; size() when there is none. A seed is a byte of a token.
  std::size_t next(std::size_t at) const { return scan(seeds_, at, 0); }
  /// The first byte of the token that holds the byte `at`.
  std::size_t token_begin(std::size_t at) const;
  /// The end of the token that holds the byte `at`.
  std::size_t token_end(std::size_t at) const { return scan(tokens_, at, ~std::uint64_t{0}); }
  std::size_t size() const { return size_; }
  /// Digits, '@' and ':' in the text.
  std::size_t count() const { return count_; }

 private:
  /// The first position at or after `at` whose bit differs from those of `flip`.
  std::size_t scan(const std::vector<std::uint64_t>& words, std::size_t at,
                   std::uint64_t flip) const {
    if (at >= size_) return size_;
    std::size_t word = at / 64;
    std::uint64_t bits = (words[word] ^ flip) & (~std::uint64_t{0} << (at % 64));
    while (bits == 0) {
      if (++word == words.size()) return size_;
      bits = words[word] ^ flip;
    }
    const std::size_t found = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    return found < size_ ? found : size_;
  }

  std::size_t size_ = 0, count_ = 0;
  std::vector<std::uint64_t> tokens_, seeds_;
};

}  // namespace kouan
