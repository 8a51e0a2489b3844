#pragma once

/// \file
/// UTF-8 by code points: reading, checking, cutting. Counts are of code points ("characters"),
/// sizes and offsets are bytes. Nothing fails; ill-formed bytes are visible in the results. [any
/// thread] Source: Unicode 15, chapter 3.9, table 3-7 (well-formed sequences, maximal subparts).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kouan::text {

inline constexpr char32_t replacement_character = 0xFFFD;

struct CodePoint {
  char32_t value = 0;      // replacement_character where the bytes are ill-formed
  std::uint32_t size = 0;  // bytes, at least 1
  bool valid = true;
};

/// The code point that begins at byte `at`, which must be below text.size().
CodePoint decode(std::string_view text, std::size_t at) noexcept;

/// Is all of it well-formed?
bool is_utf8(std::string_view text) noexcept;

/// Appends a code point; surrogates and values above 10FFFF become U+FFFD.
void append(std::string& out, char32_t value);

/// Number of code points; an ill-formed sequence counts as one.
std::size_t characters(std::string_view text) noexcept;

/// The first `count` characters, or all of them.
std::string_view first_characters(std::string_view text, std::size_t count) noexcept;
/// The last `count` characters, or all of them.
std::string_view last_characters(std::string_view text, std::size_t count) noexcept;

/// The longest prefix of at most `bytes_max` bytes that does not end inside a character.
std::string_view cut(std::string_view text, std::size_t bytes_max) noexcept;

/// The same text, ill-formed sequences replaced by U+FFFD.
std::string to_utf8(std::string_view text);

}  // namespace kouan::text
