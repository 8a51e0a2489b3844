#include "official/wide_text.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kouan::official {
namespace {

constexpr std::u32string_view numerals = U"一二三四五六七八九十";

bool is_han(char32_t value) {
  return value >= 0x2E80 && value <= 0x9FFF;
}

}  // namespace

std::u32string wide(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint point = text::decode(utf8, at);
    out += point.value;
    at += point.size;
  }
  return out;
}

std::string narrow(std::u32string_view text) {
  std::string out;
  for (const char32_t value : text) text::append(out, value);
  return out;
}

bool is_blank(char32_t value) {
  return value == U' ' || value == U'\t' || value == U'\n' || value == U'\r' ||
         value == U'\u3000' || value == U'\u00A0';
}

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

std::u32string plain(std::string_view utf8) {
  const std::u32string folded = wide(text::folded(utf8));
  std::u32string out;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const char32_t value = folded[at];
    const bool between_digits =
        !out.empty() && is_digit(out.back()) && at + 1 < folded.size() && is_digit(folded[at + 1]);
    if (value == U'\r' || (is_blank(value) && value != U'\n' && !between_digits)) continue;
    out += value;
  }
  return out;
}

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string one_line(std::string_view utf8) {
  const std::u32string whole = wide(utf8);
  const std::u32string_view text = trimmed(whole);
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_blank(text[at])) {
      out += text[at];
      continue;
    }
    while (is_blank(text[at + 1])) ++at;
    if (!is_han(out.back()) && !is_han(text[at + 1])) out += U' ';
  }
  return narrow(out);
}

std::string without_blanks(std::string_view utf8) {
  std::u32string out;
  for (const char32_t value : wide(utf8)) {
    if (!is_blank(value)) out += value;
  }
  return narrow(out);
}

std::u32string_view without_number(std::u32string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() >= U'\u2460' && text.front() <= U'\u2473') {
    return trimmed(text.substr(1));
  }
  std::size_t at = 0;
  const bool open = !text.empty() && (text[0] == U'(' || text[0] == U'（');
  if (open) ++at;
  const std::size_t first = at;
  while (at < text.size() && at < first + 3 &&
         (is_digit(text[at]) || numerals.find(text[at]) != std::u32string_view::npos)) {
    ++at;
  }
  if (at == first || at >= text.size()) return text;
  const std::u32string_view ends = open ? U")）" : U".．、)）";
  if (ends.find(text[at]) == std::u32string_view::npos) return text;
  // "2.1万" may be a number as well as an item: it is left for a person.
  if (text[at] == U'.' && at + 1 < text.size() && is_digit(text[at + 1])) return text;
  return trimmed(text.substr(at + 1));
}

}  // namespace kouan::official
