#include "text/utf8.hpp"

#include <cstring>

namespace kouan::text {
namespace {

constexpr unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// What a lead byte promises: length, and the range of the second byte that keeps the sequence
/// short, below 110000 and no surrogate.
struct Lead {
  std::uint32_t size;  // 0: not a lead byte
  unsigned second_min, second_max;
};

constexpr Lead lead_of(unsigned byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// Length of the run of ASCII from `at` on, eight bytes a step.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & 0x8080'8080'8080'8080U) != 0) break;
    at += 8;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const unsigned first = byte_at(text, at);
  const Lead lead = lead_of(first);
  if (lead.size == 1) return {first, 1, true};
  if (lead.size == 0) return {replacement_character, 1, false};
  char32_t value = first & (0x7FU >> lead.size);
  for (std::uint32_t i = 1; i < lead.size; ++i) {
    const unsigned low = i == 1 ? lead.second_min : 0x80;
    const unsigned high = i == 1 ? lead.second_max : 0xBF;
    if (at + i >= text.size() || byte_at(text, at + i) < low || byte_at(text, at + i) > high) {
      return {replacement_character, i, false};
    }
    value = (value << 6) | (byte_at(text, at + i) & 0x3F);
  }
  return {value, lead.size, true};
}

bool is_utf8(std::string_view text) noexcept {
  for (std::size_t at = ascii_end(text, 0); at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid) return false;
    at += point.size;
    if (point.value < 0x80) at = ascii_end(text, at);
  }
  return true;
}

void append(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement_character;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
    return;
  }
  const int more = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
  constexpr char32_t marks[] = {0, 0xC0, 0xE0, 0xF0};
  put(marks[more] | (value >> (6 * more)));
  for (int i = more - 1; i >= 0; --i) put(0x80 | ((value >> (6 * i)) & 0x3F));
}

std::size_t characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) ++count;
  return count;
}

std::string_view first_characters(std::string_view text, std::size_t count) noexcept {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += decode(text, at).size;
  return text.substr(0, at);
}

std::string_view last_characters(std::string_view text, std::size_t count) noexcept {
  const std::size_t total = characters(text);
  if (count >= total) return text;
  return text.substr(first_characters(text, total - count).size());
}

std::string_view cut(std::string_view text, std::size_t bytes_max) noexcept {
  if (text.size() <= bytes_max) return text;
  // A character is at most four bytes: step back over its continuation bytes, then see whether
  // it ends in time. What is not a character (a stray continuation byte) may be cut anywhere.
  std::size_t start = bytes_max;
  while (start > 0 && bytes_max - start < 3 && (byte_at(text, start) & 0xC0U) == 0x80) --start;
  const CodePoint point = decode(text, start);
  const bool inside = point.valid && start < bytes_max && start + point.size > bytes_max;
  return text.substr(0, inside ? start : bytes_max);
}

std::string to_utf8(std::string_view text) {
  if (is_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append(out, point.value);
    at += point.size;
  }
  return out;
}

}  // namespace kouan::text
