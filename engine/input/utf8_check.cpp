#include "input/utf8_check.hpp"

#include <cstdint>
#include <cstring>

namespace kouan::input {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// The form of a character by its first byte: its length and what the second byte may be.
struct Form {
  std::size_t length = 0;  // 0: no character begins so
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

Form form_of(unsigned char first) {
  if (first < 0x80) return {1};
  if (first < 0xC2) return {};  // a continuation, or an overlong form
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};  // no surrogates
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

/// Bytes of `rest` that fit the form of its first byte: form.length if the character is whole.
std::size_t fitting_bytes(std::string_view rest, const Form& form) {
  std::size_t fit = 1;
  while (fit < form.length && fit < rest.size()) {
    const auto byte = static_cast<unsigned char>(rest[fit]);
    const unsigned char lowest = fit == 1 ? form.second_min : 0x80;
    const unsigned char highest = fit == 1 ? form.second_max : 0xBF;
    if (byte < lowest || byte > highest) break;
    ++fit;
  }
  return fit;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & high_bits) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const Form form = form_of(static_cast<unsigned char>(text[at]));
    if (form.length == 0 || fitting_bytes(text.substr(at), form) < form.length) break;
    at += form.length;
  }
  return at;
}

bool is_utf8_head(std::string_view text) {
  const std::string_view rest = text.substr(valid_utf8_prefix(text));
  if (rest.empty()) return true;
  const Form form = form_of(static_cast<unsigned char>(rest.front()));
  return form.length > rest.size() && fitting_bytes(rest, form) == rest.size();
}

}  // namespace kouan::input
