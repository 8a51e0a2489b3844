#pragma once

/// \file
/// ASCII characters, free of the locale. Bytes of other characters belong to no class.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace kouan::pii {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
constexpr bool is_alnum(char c) {
  return is_digit(c) || is_letter(c);
}
constexpr char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
/// By byte: the upper-case letter or the digit, 0 for all other bytes.
inline constexpr std::array<char, 256> upper_alnum = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const char byte = static_cast<char>(c);
    if (c < 0x80 && is_alnum(byte)) table[c] = to_upper(byte);
  }
  return table;
}();

constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// 0-15, or -1 for what is no hexadecimal digit.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char upper = to_upper(c);
  return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}
constexpr bool is_hex(char c) {
  return hex_value(c) >= 0;
}

/// 0-9 for digits, 10-35 for A-Z; the values most check-digit standards give to letters.
constexpr int alnum_value(char c) {
  return is_digit(c) ? c - '0' : to_upper(c) - 'A' + 10;
}

template <class Predicate>
constexpr bool all(std::string_view text, Predicate predicate) {
  return std::all_of(text.begin(), text.end(), predicate);
}
template <class Predicate>
constexpr bool any(std::string_view text, Predicate predicate) {
  return std::any_of(text.begin(), text.end(), predicate);
}
inline bool are_eight_digits(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  // 0x30 to 0x3F, and still so with six more.
  return ((word & 0xF0 * ones) | ((word + 6 * ones) & 0xF0 * ones) >> 4U) == 0x33 * ones;
}
constexpr bool is_digits(std::string_view text) {
  if (text.size() < 8 || std::is_constant_evaluated()) {
    return !text.empty() && all(text, is_digit);
  }
  // Eight characters a step; the last step reaches back over some already seen.
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
    if (!are_eight_digits(text.data() + at)) return false;
  }
  return are_eight_digits(text.data() + text.size() - 8);
}
/// Whether every character is the same one; so is the empty text.
constexpr bool is_uniform(std::string_view text) {
  return all(text, [text](char c) { return c == text.front(); });
}
constexpr bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// The number that up to nine digits write; anything else is the caller's mistake.
constexpr unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

/// Takes `prefix` off the front of `text` if it is there.
constexpr bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}
constexpr bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

}  // namespace kouan::pii
