#pragma once

/// \file
/// The character classes of the plugin contract, of a byte and of a text. [any]

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <kouan/plugin_api.h>

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

/// The classes that occur in a text of 8 bytes at the least; class_mask() calls it.
std::uint32_t class_mask_of_long(std::string_view text);

/// The classes that occur in `text`, as one mask.
inline std::uint32_t class_mask(std::string_view text) {
  if (text.size() >= 8) return class_mask_of_long(text);
  std::uint32_t mask = 0;
  for (const char c : text) mask |= char_classes[static_cast<unsigned char>(c)];
  return mask;
}

}  // namespace kouan
