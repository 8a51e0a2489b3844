#include "scan/value_shape.hpp"

#include <algorithm>
#include <array>

#include <kouan/plugin_api.h>

namespace kouan {
namespace {

// Bytes of a name beyond which it is no word of a schema; digits in a row that no schema counts by.
constexpr std::size_t name_bytes_max = 64;
constexpr std::size_t digits_in_name_max = 4;

// MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512 in hexadecimal.
constexpr std::array<std::size_t, 6> hash_lengths = {32, 40, 56, 64, 96, 128};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_hash(std::string_view value, std::uint32_t class_mask) {
  constexpr std::uint32_t letters = KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER;
  if ((class_mask & ~(letters | KOUAN_CHAR_DIGIT)) != 0 || (class_mask & letters) == 0)
    return false;
  return std::find(hash_lengths.begin(), hash_lengths.end(), value.size()) != hash_lengths.end() &&
         std::all_of(value.begin(), value.end(), is_hex);
}

bool is_opaque(std::string_view value, std::uint32_t class_mask) {
  constexpr std::size_t opaque_bytes_min = 20;
  constexpr std::uint32_t letters = KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER;
  constexpr std::uint32_t alphabet = letters | KOUAN_CHAR_DIGIT | KOUAN_CHAR_PLUS |
                                     KOUAN_CHAR_SLASH | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_UNDERSCORE;
  if (value.size() < opaque_bytes_min || (class_mask & KOUAN_CHAR_DIGIT) == 0) return false;
  if ((class_mask & letters) == 0 || is_hash(value, class_mask)) return false;
  if ((class_mask & ~alphabet) == 0) return true;
  // The padding of Base64.
  const std::size_t padding = value.find('=');
  return (class_mask & ~(alphabet | KOUAN_CHAR_PUNCT)) == 0 && padding != std::string_view::npos &&
         padding + 2 >= value.size() &&
         std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(padding),
                     [](char c) { return is_hex(c) || (c | 0x20) >= 'a' || c == '+' || c == '/'; });
}

std::uint32_t decimals(std::string_view value) {
  const std::size_t point = value.find('.');
  if (point == std::string_view::npos) return 0;
  std::size_t end = point + 1;
  while (end < value.size() && is_digit(value[end])) ++end;
  return end == value.size() ? static_cast<std::uint32_t>(end - point - 1) : 0;
}

bool looks_like_data(std::string_view name, std::uint32_t class_mask) {
  if (name.size() > name_bytes_max) return true;
  if ((class_mask & KOUAN_CHAR_DIGIT) == 0) return false;
  if ((class_mask & ~std::uint32_t{KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_DOT |
                                   KOUAN_CHAR_COLON | KOUAN_CHAR_SLASH}) == 0) {
    return true;  // 1, 2026-01-01, 10.0.0.1
  }
  std::size_t run = 0;
  for (const char c : name) {
    run = is_digit(c) ? run + 1 : 0;
    if (run > digits_in_name_max) return true;
  }
  return false;
}

}  // namespace kouan
