#include "json/escape_sequences.hpp"

#include <cstdint>
#include <cstring>

namespace kouan {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The four digits behind "\u", or -1.
std::int32_t code_unit(std::string_view digits) {
  if (digits.size() < 4) return -1;
  std::int32_t unit = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = hex_digit(digits[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0U | (code >> 6U));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
  }
  put(0x80U | (code & 0x3FU));
}

/// What a one-letter escape means; 0: JSON does not know it.
char simple_escape(char letter) {
  switch (letter) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '/':
      return '/';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

/// Reads "\uXXXX" (and its low half) at `at`; returns the bytes used, 0: not such an escape.
std::size_t unicode_escape(std::string_view raw, std::size_t at, std::uint32_t& code) {
  const std::int32_t high = code_unit(raw.substr(at + 2));
  if (high < 0) return 0;
  code = static_cast<std::uint32_t>(high);
  if (high < 0xD800 || high > 0xDFFF) return 6;
  code = 0xFFFD;
  if (high > 0xDBFF || raw.substr(at + 6, 2) != "\\u") return 6;
  const std::int32_t low = code_unit(raw.substr(at + 8));
  if (low < 0xDC00 || low > 0xDFFF) return 6;
  code = 0x10000 + ((static_cast<std::uint32_t>(high) - 0xD800) << 10U) +
         (static_cast<std::uint32_t>(low) - 0xDC00);
  return 12;
}

}  // namespace

bool unescape_json(std::string_view raw, std::string& text) {
  text.clear();
  std::size_t at = 0;
  while (at < raw.size()) {
    const void* const found = std::memchr(raw.data() + at, '\\', raw.size() - at);
    if (found == nullptr) break;
    const auto slash = static_cast<std::size_t>(static_cast<const char*>(found) - raw.data());
    text.append(raw, at, slash - at);
    if (slash + 1 >= raw.size()) return false;
    if (raw[slash + 1] == 'u') {
      std::uint32_t code = 0;
      const std::size_t used = unicode_escape(raw, slash, code);
      if (used == 0) return false;
      append_utf8(text, code);
      at = slash + used;
      continue;
    }
    const char meaning = simple_escape(raw[slash + 1]);
    if (meaning == 0) return false;
    text += meaning;
    at = slash + 2;
  }
  text.append(raw, at, raw.size() - at);
  return true;
}

bool escapes_are_valid(std::string_view raw) {
  std::size_t at = raw.find('\\');
  while (at != std::string_view::npos) {
    if (at + 1 >= raw.size()) return false;
    if (raw[at + 1] == 'u') {
      if (code_unit(raw.substr(at + 2)) < 0) return false;
      at += 6;
    } else {
      if (simple_escape(raw[at + 1]) == 0) return false;
      at += 2;
    }
    at = raw.find('\\', at);
  }
  return true;
}

}  // namespace kouan
