#pragma once

/// \file
/// Text that travels as other text: Base64, hexadecimal, percent signs. What it holds is read as if
/// it stood in the value, under a path that says how it came to light ($.ext|base64).
/// [any thread]

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <kouan/plugin_api.h>
#include <kouan/inline.hpp>

#include "json/wrapping.hpp"

namespace kouan {

/// Bytes of the shortest value that is decoded: a shorter one holds no identifier of ten
/// characters.
inline constexpr std::size_t encoded_bytes_min = 14;

/// Cheap, and true of few values that are not encoded.
KOUAN_ALWAYS_INLINE bool may_be_encoded(std::string_view value, std::uint32_t mask) {
  constexpr std::uint32_t letters = KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER;
  constexpr std::uint32_t alphabet = letters | KOUAN_CHAR_DIGIT | KOUAN_CHAR_PLUS |
                                     KOUAN_CHAR_SLASH | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_UNDERSCORE |
                                     KOUAN_CHAR_PUNCT;
  if ((mask & KOUAN_CHAR_PUNCT) != 0 && value.size() >= 3) return true;  // '=' or '%' among others
  return value.size() >= encoded_bytes_min && (mask & ~alphabet) == 0 &&
         ((mask & letters) != 0 || value.size() >= 22);
}

/// What the value says, in `out`, if it is encoded text; nullopt otherwise, and `out` is of no use.
/// Text is well-formed UTF-8 without control characters but white space.
std::optional<Wrapping> decode_text(std::string_view value, std::uint32_t mask, std::string& out);

}  // namespace kouan
