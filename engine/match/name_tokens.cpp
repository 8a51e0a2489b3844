#include "match/name_tokens.hpp"

#include <algorithm>

namespace kouan::match {
namespace {

enum class CharClass : std::uint8_t { separator, lower, upper, digit, han };

struct Character {
  CharClass char_class = CharClass::separator;
  std::size_t bytes = 1;
  char ascii = 0;  // lower case; 0: not a letter or digit
};

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::uint32_t code_point(std::string_view text, std::size_t bytes) {
  const auto at = [text](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  if (bytes == 1) return at(0);
  std::uint32_t point = at(0) & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) point = (point << 6U) | (at(i) & 0x3FU);
  return point;
}

bool is_han(std::uint32_t point) {
  return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0x20000 && point <= 0x3FFFF);
}

Character ascii_character(std::uint32_t point, std::size_t bytes) {
  const char byte = static_cast<char>(point);
  if (byte >= 'a' && byte <= 'z') return {CharClass::lower, bytes, byte};
  if (byte >= 'A' && byte <= 'Z') {
    return {CharClass::upper, bytes, static_cast<char>(byte - 'A' + 'a')};
  }
  if (byte >= '0' && byte <= '9') return {CharClass::digit, bytes, byte};
  return {CharClass::separator, bytes, 0};
}

Character character_at(std::string_view text) {
  constexpr std::uint32_t full_width_first = 0xFF01;
  constexpr std::uint32_t full_width_last = 0xFF5E;
  constexpr std::uint32_t full_width_shift = 0xFEE0;
  const std::size_t bytes = character_bytes(text);
  const std::uint32_t point = code_point(text, bytes);
  if (point < 0x80) return ascii_character(point, bytes);
  if (point >= full_width_first && point <= full_width_last) {
    return ascii_character(point - full_width_shift, bytes);
  }
  return {is_han(point) ? CharClass::han : CharClass::separator, bytes, 0};
}

NameToken::Kind kind_of(CharClass char_class) {
  if (char_class == CharClass::digit) return NameToken::Kind::digits;
  return char_class == CharClass::han ? NameToken::Kind::han : NameToken::Kind::latin;
}

/// A new token begins where the kind changes, at an upper-case letter after a lower-case one, and
/// at the last upper-case letter of a run before a lower-case one (IDCard is ID, Card).
bool begins_token(CharClass before, CharClass now, CharClass next) {
  if (before == CharClass::separator || kind_of(before) != kind_of(now)) return true;
  if (now != CharClass::upper) return false;
  return before == CharClass::lower || next == CharClass::lower;
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  std::size_t bytes = 1;
  if (lead >= 0xF0) {
    bytes = 4;
  } else if (lead >= 0xE0) {
    bytes = 3;
  } else if (lead >= 0xC2) {
    bytes = 2;
  }
  if (bytes > text.size()) return 1;
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!is_continuation(text[i])) return 1;  // broken UTF-8: one byte, a separator
  }
  return bytes;
}

bool begins_with_han(std::string_view text) {
  return !text.empty() && character_at(text).char_class == CharClass::han;
}

std::string_view cut_between_characters(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

std::vector<NameToken> name_tokens(std::string_view name, std::size_t bytes_max) {
  name = cut_between_characters(name, bytes_max);
  std::vector<NameToken> tokens;
  CharClass before = CharClass::separator;
  Character next = name.empty() ? Character() : character_at(name);
  for (std::size_t i = 0; i < name.size();) {
    const Character now = next;
    const std::size_t begin = i;
    i += now.bytes;
    next = i < name.size() ? character_at(name.substr(i)) : Character();
    if (now.char_class != CharClass::separator) {
      if (begins_token(before, now.char_class, next.char_class)) {
        tokens.push_back({kind_of(now.char_class), {}});
      }
      if (now.ascii != 0) {
        tokens.back().text.push_back(now.ascii);
      } else {
        tokens.back().text.append(name.substr(begin, now.bytes));
      }
    }
    before = now.char_class;
  }
  return tokens;
}

}  // namespace kouan::match
