#pragma once

/// \file
/// Bytes that travel as letters: Base64 (RFC 4648, also its URL alphabet, padded or not) and
/// hexadecimal. Strict: what is not one throughout is none. [any thread]

#include <string>
#include <string_view>

namespace kouan {

/// The bytes that the text stands for, in `out`. False: it is no Base64, and `out` is of no use.
bool decode_base64(std::string_view text, std::string& out);

/// The same of hexadecimal digits, small or capital.
bool decode_hex(std::string_view text, std::string& out);

}  // namespace kouan
