#include "scan/encoded_text.hpp"

#include <algorithm>
#include <array>

#include "hash/transport_code.hpp"
#include "text/utf8.hpp"

namespace kouan {
namespace {

constexpr std::uint8_t no_sextet = 0xFF;

constexpr std::array<std::uint8_t, 256> sextets = [] {
  std::array<std::uint8_t, 256> table{};
  for (auto& one : table) one = no_sextet;
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  table['-'] = 62;
  table['_'] = 63;
  return table;
}();

std::uint8_t sextet(char c) {
  return sextets[static_cast<unsigned char>(c)];
}

bool is_visible(unsigned byte) {
  return (byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
}

/// Follows bytes as long as they may be text in UTF-8; the last word is is_text()'s. Of random
/// bytes the second or third ends it.
class TextWatch {
 public:
  bool takes(unsigned byte) {
    if (byte >= 0x80 && byte <= 0xBF) return awaited_-- != 0;
    if (awaited_ != 0) return false;
    if (byte < 0x80) return is_visible(byte);
    awaited_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    return byte >= 0xC2 && byte <= 0xF4;
  }

 private:
  unsigned awaited_ = 0;  // continuation bytes
};

bool may_be_base64(std::string_view value) {
  TextWatch text;
  for (std::size_t at = 0; at + 4 <= value.size(); at += 4) {
    std::array<unsigned, 4> six{};
    unsigned all = 0;
    for (std::size_t i = 0; i < six.size(); ++i) all |= six[i] = sextet(value[at + i]);
    if (all == no_sextet) return at + 4 == value.size() && value.back() == '=';
    if (!text.takes(six[0] << 2U | six[1] >> 4U) ||
        !text.takes((six[1] & 0xFU) << 4U | six[2] >> 2U) ||
        !text.takes((six[2] & 0x3U) << 6U | six[3])) {
      return false;
    }
  }
  return true;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool may_be_hex(std::string_view value) {
  if (value.size() % 2 != 0) return false;
  TextWatch text;
  for (std::size_t at = 0; at < value.size(); at += 2) {
    const int high = hex_digit(value[at]);
    const int low = hex_digit(value[at + 1]);
    if (high < 0 || low < 0 || !text.takes(static_cast<unsigned>(high * 16 + low))) return false;
  }
  return true;
}

/// %E5%BC%A0 and a=1%26b: every percent sign begins two hexadecimal digits.
bool decode_percent(std::string_view value, std::string& out) {
  out.clear();
  bool any = false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '%') {
      out += value[at];
      continue;
    }
    if (at + 2 >= value.size()) return false;
    const int high = hex_digit(value[at + 1]);
    const int low = hex_digit(value[at + 2]);
    if (high < 0 || low < 0) return false;
    out += static_cast<char>(high * 16 + low);
    at += 2;
    any = true;
  }
  return any;
}

bool is_text(std::string_view bytes) {
  return !bytes.empty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return is_visible(static_cast<unsigned char>(c));
  }) && text::is_utf8(bytes);
}

}  // namespace

std::optional<Wrapping> decode_text(std::string_view value, std::uint32_t mask, std::string& out) {
  constexpr std::uint32_t others = ~std::uint32_t{
      KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER | KOUAN_CHAR_DIGIT | KOUAN_CHAR_PLUS | KOUAN_CHAR_SLASH |
      KOUAN_CHAR_HYPHEN | KOUAN_CHAR_UNDERSCORE | KOUAN_CHAR_PUNCT};
  constexpr std::uint32_t letters = KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER;
  if ((mask & KOUAN_CHAR_PUNCT) != 0 && value.find('%') != std::string_view::npos) {
    if (decode_percent(value, out) && is_text(out)) return Wrapping::percent;
    return std::nullopt;
  }
  if ((mask & others) != 0 || value.size() < encoded_bytes_min) return std::nullopt;
  if (may_be_hex(value) && decode_hex(value, out) && is_text(out)) return Wrapping::hex;
  if ((mask & letters) != 0 && may_be_base64(value) && decode_base64(value, out) && is_text(out)) {
    return Wrapping::base64;
  }
  return std::nullopt;
}

}  // namespace kouan
