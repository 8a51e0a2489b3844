#pragma once

/// \file
/// What a value looks like, whatever its field is called.

#include <cstdint>
#include <string_view>

namespace kouan {

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// 32 to 128 hexadecimal digits of a usual digest length, at least one of them a letter.
bool is_hash(std::string_view value, std::uint32_t class_mask);

/// Twenty characters and more of letters and digits, as Base64 and tokens have them, and no hash:
/// what it says cannot be read.
bool is_opaque(std::string_view value, std::uint32_t class_mask);

/// Digits behind the decimal point of a plain number; 0 where there is none.
std::uint32_t decimals(std::string_view value);

/// Is a name made of digits, or long and mixed as identifiers are, rather than a word?
bool looks_like_data(std::string_view name, std::uint32_t class_mask);

}  // namespace kouan
