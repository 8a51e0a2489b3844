#pragma once

/// \file
/// Numbers that are not written as numbers: 138/0013/8000, 1 3 8 0 0 ..., 一三八零零一三八零零零,
/// 138OO138OOO. A run of digits, of characters that stand for one, and of separators that are all
/// alike; it counts where what it says is an identifier, so that nothing is glued to anything.
///
/// Not here: full-width and other decimal digits, invisible characters and combining marks, which
/// folding has made plain already. Source of the characters: Unicode 15, numeric values of Han
/// numerals, circled, superscript and subscript digits; letters of the same shape.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scan/text_seeds.hpp"

namespace kouan {

/// Digits that a disguised number has at the least and at the most, a letter X at its end included.
inline constexpr std::size_t disguised_digits_min = 11;
inline constexpr std::size_t disguised_digits_max = 20;

struct DisguisedNumber {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::array<char, disguised_digits_max + 1> digits{};
  std::size_t count = 0;
  /// Grouped as a number is read out (138 0013 8000, or character by character), and not as
  /// amounts, addresses of networks or lists are: even what no check digit vouches for is one.
  bool spoken = false;

  /// What it says: 13800138000, 11010119900307002X.
  std::string_view plain() const { return {digits.data(), count}; }
};

/// A value that is one word of digits and of letters that look like digits.
bool looks_like_digits(std::string_view value);

/// Finds them from left to right. Scratch of one worker: reuse it. Linear in the text.
class DisguisedNumbers {
 public:
  /// `mask`: the classes of the text; `seeds`: read from it, nullptr where it has no digit.
  void begin(std::string_view text, std::uint32_t mask, const TextSeeds* seeds);
  /// False: there is no more.
  bool next(DisguisedNumber& number);
  /// The text as one number, where it looks_like_digits().
  bool read_word(DisguisedNumber& number);

 private:
  std::size_t next_numeral(std::size_t at);
  std::size_t next_sign();
  std::size_t run_begin(std::size_t at) const;
  std::size_t plain_end(std::size_t at) const;
  bool is_number(const DisguisedNumber& number, bool disguised) const;
  std::size_t read_run(std::size_t at, DisguisedNumber& number, bool& disguised) const;

  std::string_view text_;
  const TextSeeds* seeds_ = nullptr;
  bool beyond_ = false;     // characters beyond ASCII occur
  std::size_t at_ = 0;      // read so far
  std::size_t digit_ = 0;   // the next digit, at or after at_
  std::size_t probed_ = 0;  // no row of Han numerals begins between at_ and here
};

}  // namespace kouan
