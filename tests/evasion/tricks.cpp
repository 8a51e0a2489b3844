#include "evasion/tricks.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace kouan::test {
namespace {

using On = Trick::On;

std::string base64(const std::string& value, const char* last_two, bool padded) {
  const std::string alphabet =
      std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") + last_two;
  std::string out;
  for (std::size_t i = 0; i < value.size(); i += 3) {
    std::array<unsigned, 3> byte{};
    const std::size_t left = std::min<std::size_t>(3, value.size() - i);
    for (std::size_t k = 0; k < left; ++k) byte[k] = static_cast<unsigned char>(value[i + k]);
    const unsigned bits = byte[0] << 16U | byte[1] << 8U | byte[2];
    for (std::size_t k = 0; k < 4; ++k) {
      if (k <= left) {
        out += alphabet[bits >> (18 - 6 * k) & 63U];
      } else if (padded) {
        out += '=';
      }
    }
  }
  return out;
}

std::string hex(const std::string& value, const char* before) {
  std::string out;
  for (const char c : value) {
    std::array<char, 4> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned char>(c));
    out += std::string(before) + digits.data();
  }
  return out;
}

/// Each ASCII character through `map`; others stay.
template <class Map>
std::string each(const std::string& value, Map&& map) {
  std::string out;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < 0x80) {
      out += map(c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string shifted(char c, std::uint32_t first_of_digits) {
  if (c < '0' || c > '9') return {c};
  const std::uint32_t value = first_of_digits + static_cast<std::uint32_t>(c - '0');
  if (value < 0x800)
    return {static_cast<char>(0xC0 | value >> 6U), static_cast<char>(0x80 | (value & 0x3FU))};
  if (value < 0x10000) {
    return {static_cast<char>(0xE0 | value >> 12U), static_cast<char>(0x80 | (value >> 6U & 0x3FU)),
            static_cast<char>(0x80 | (value & 0x3FU))};
  }
  return {static_cast<char>(0xF0 | value >> 18U), static_cast<char>(0x80 | (value >> 12U & 0x3FU)),
          static_cast<char>(0x80 | (value >> 6U & 0x3FU)),
          static_cast<char>(0x80 | (value & 0x3FU))};
}

std::string full_width(const std::string& value) {
  return each(value, [](char c) -> std::string {
    const unsigned code = 0xFF00U + static_cast<unsigned>(c) - 0x20U;
    if (c <= ' ') return {c};
    return {static_cast<char>(0xEF), static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
  });
}

/// `sign` behind every character.
template <std::size_t N>
std::string sprinkled(const std::string& value, const char (&sign)[N]) {
  return each(value, [&](char c) { return c + std::string(sign); });
}

/// `sign` between groups, as the number is read out.
std::string grouped(const std::string& value, const std::string& sign) {
  const std::vector<std::size_t> ends = value.size() == 11 ? std::vector<std::size_t>{3, 7}
                                        : value.size() == 18
                                            ? std::vector<std::size_t>{6, 14}
                                            : std::vector<std::size_t>{4, 8, 12, 16};
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (std::find(ends.begin(), ends.end(), i) != ends.end()) out += sign;
    out += value[i];
  }
  return out;
}

std::string one_by_one(const std::string& value, const std::string& sign) {
  std::string out;
  for (const char c : value) out += (out.empty() ? "" : sign) + c;
  return out;
}

std::string with_numerals(const std::string& value, const std::array<const char*, 10>& numerals) {
  return each(value, [&](char c) -> std::string {
    return c >= '0' && c <= '9' ? numerals[static_cast<std::size_t>(c - '0')] : std::string(1, c);
  });
}

constexpr std::array<const char*, 10> small = {"零", "一", "二", "三", "四",
                                               "五", "六", "七", "八", "九"};
constexpr std::array<const char*, 10> spoken = {"〇", "幺", "两", "三", "四",
                                                "五", "六", "七", "八", "九"};
constexpr std::array<const char*, 10> capital = {"零", "壹", "贰", "叁", "肆",
                                                 "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<const char*, 10> circled = {"⓪", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};
constexpr std::array<const char*, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<const char*, 10> letters = {"O", "l", "2", "3", "4", "5", "6", "7", "8", "9"};
constexpr std::array<const char*, 10> cyrillic = {"О", "І", "2", "3", "4", "5", "6", "7", "8", "9"};

}  // namespace

bool is_number(const std::string& value) {
  const std::string body = value.ends_with('X') ? value.substr(0, value.size() - 1) : value;
  return !body.empty() &&
         std::all_of(body.begin(), body.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const std::vector<Trick>& tricks() {
  static const std::vector<Trick> all = {
      {"as it is", On::any, false, [](const std::string& v) { return v; }},
      {"full-width", On::any, false, full_width},
      {"zero-width space", On::any, false,
       [](const std::string& v) { return sprinkled(v, "\u200B"); }},
      {"zero-width joiner", On::any, false,
       [](const std::string& v) { return sprinkled(v, "\u200D"); }},
      {"soft hyphen", On::any, false, [](const std::string& v) { return sprinkled(v, "\u00AD"); }},
      {"bidi controls", On::any, false,
       [](const std::string& v) { return "\u202D" + sprinkled(v, "\u2066") + "\u202C"; }},
      {"byte order marks", On::any, false,
       [](const std::string& v) { return sprinkled(v, "\uFEFF"); }},
      {"combining strokes", On::digits, false,
       [](const std::string& v) { return sprinkled(v, "\u0336"); }},
      {"keycaps", On::digits, false,
       [](const std::string& v) { return sprinkled(v, "\uFE0F\u20E3"); }},
      {"Arabic-Indic digits", On::digits, false,
       [](const std::string& v) { return each(v, [](char c) { return shifted(c, 0x660); }); }},
      {"mathematical digits", On::digits, false,
       [](const std::string& v) { return each(v, [](char c) { return shifted(c, 0x1D7CE); }); }},
      {"Han numerals", On::digits, false,
       [](const std::string& v) { return with_numerals(v, small); }},
      {"spoken numerals", On::digits, false,
       [](const std::string& v) { return with_numerals(v, spoken); }},
      {"capital numerals", On::digits, false,
       [](const std::string& v) { return with_numerals(v, capital); }},
      {"circled digits", On::digits, false,
       [](const std::string& v) { return with_numerals(v, circled); }},
      {"raised digits", On::digits, false,
       [](const std::string& v) { return with_numerals(v, raised); }},
      {"letters O and l", On::digits, false,
       [](const std::string& v) { return with_numerals(v, letters); }},
      {"Cyrillic letters", On::digits, false,
       [](const std::string& v) { return with_numerals(v, cyrillic); }},
      {"hyphens", On::digits, false, [](const std::string& v) { return grouped(v, "-"); }},
      {"blanks", On::digits, false, [](const std::string& v) { return grouped(v, " "); }},
      {"no-break spaces", On::digits, false,
       [](const std::string& v) { return grouped(v, "\u00A0"); }},
      {"dots", On::digits, false, [](const std::string& v) { return grouped(v, "."); }},
      {"slashes", On::digits, false, [](const std::string& v) { return grouped(v, "/"); }},
      {"underscores", On::digits, false, [](const std::string& v) { return grouped(v, "_"); }},
      {"middle dots", On::digits, false, [](const std::string& v) { return grouped(v, "·"); }},
      {"bars", On::digits, false, [](const std::string& v) { return grouped(v, "|"); }},
      {"tildes", On::digits, false, [](const std::string& v) { return grouped(v, "~"); }},
      {"long dashes", On::digits, false, [](const std::string& v) { return grouped(v, "——"); }},
      {"blank, hyphen, blank", On::digits, false,
       [](const std::string& v) { return grouped(v, " - "); }},
      {"full stops", On::digits, false, [](const std::string& v) { return grouped(v, "。"); }},
      {"emoji", On::digits, false, [](const std::string& v) { return grouped(v, "😀"); }},
      {"one by one", On::digits, false, [](const std::string& v) { return one_by_one(v, " "); }},
      {"one by one, hyphened", On::digits, false,
       [](const std::string& v) { return one_by_one(v, "-"); }},
      {"one by one, dotted", On::digits, false,
       [](const std::string& v) { return one_by_one(v, "."); }},
      {"Base64", On::any, true, [](const std::string& v) { return base64(v, "+/", true); }},
      {"Base64 for URLs", On::any, true,
       [](const std::string& v) { return base64(v, "-_", false); }},
      {"Base64 twice", On::any, true,
       [](const std::string& v) { return base64(base64(v, "+/", true), "+/", true); }},
      {"hexadecimal", On::any, true, [](const std::string& v) { return hex(v, ""); }},
      {"percent signs", On::any, true, [](const std::string& v) { return hex(v, "%"); }},
      {"JSON in Base64", On::any, true,
       [](const std::string& v) { return base64("{\"v\":\"" + v + "\"}", "+/", true); }},
  };
  return all;
}

}  // namespace kouan::test
