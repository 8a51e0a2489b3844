#include "input/sniff.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kouan::input {
namespace {

constexpr std::string_view json_blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(json_blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(json_blanks) - begin + 1);
}

/// Past the closing quote of the string that begins at `at`; npos if it does not close.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

bool is_whole_container(std::string_view text) {
  std::string open;  // closers still expected, innermost last
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = string_end(text, at);
      if (at == std::string_view::npos) return false;
      continue;
    }
    if (c == '{' || c == '[') {
      open.push_back(c == '{' ? '}' : ']');
    } else if (c == '}' || c == ']') {
      if (open.back() != c) return false;
      open.pop_back();
      if (open.empty()) return at + 1 == text.size();
    }
    ++at;
  }
  return false;
}

bool is_whole_scalar(std::string_view text) {
  if (text.front() == '"') return string_end(text, 0) == text.size();
  if (text == "true" || text == "false" || text == "null") return true;
  const bool number_starts = text.front() == '-' || (text.front() >= '0' && text.front() <= '9');
  return number_starts && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

struct LineCount {
  std::size_t lines = 0;  // non-blank and not cut
  std::size_t containers = 0;
  std::size_t scalars = 0;
  bool single_array = false;
};

LineCount count_lines(std::string_view text, bool whole) {
  LineCount count;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t newline = text.find('\n', begin);
    if (newline == std::string_view::npos && !whole) break;
    const std::string_view line = trimmed(text.substr(begin, newline - begin));
    begin = newline == std::string_view::npos ? text.size() : newline + 1;
    if (line.empty()) continue;
    const bool container = line.front() == '{' || line.front() == '[';
    ++count.lines;
    if (container && is_whole_container(line)) ++count.containers;
    if (!container && is_whole_scalar(line)) ++count.scalars;
    count.single_array = count.lines == 1 && line.front() == '[';
  }
  return count;
}

bool is_ndjson(std::string_view text, bool whole) {
  const LineCount count = count_lines(text, whole);
  if (count.lines == 0 || (whole && count.single_array)) return false;
  return count.containers * 2 >= count.lines || count.containers + count.scalars == count.lines;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  // 0x1E separates the records of RFC 7464, 0x1A ends old DOS text.
  return byte < 0x20 && std::string_view("\t\n\v\f\r\x1A\x1E").find(c) == std::string_view::npos;
}

constexpr std::string_view utf32_bom("\xFF\xFE\x00\x00", 4);

/// Containers and images whose head may hold few control characters, and UTF-32.
constexpr std::array<std::string_view, 8> binary_magics = {std::string_view("PK\x03\x04"),
                                                           std::string_view("%PDF-"),
                                                           std::string_view("PAR1"),
                                                           std::string_view("SQLite format 3"),
                                                           std::string_view("\xD0\xCF\x11\xE0"),
                                                           std::string_view("\x89PNG"),
                                                           utf32_bom,
                                                           std::string_view("Rar!\x1A")};

/// Several lines, and at least half of them without a NUL?
bool most_lines_are_text(std::string_view head) {
  std::size_t lines = 0;
  std::size_t clean = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = head.substr(at, end - at);
    ++lines;
    clean += std::ranges::none_of(line, is_control) && line.find('\0') == std::string_view::npos;
    at = end + 1;
  }
  return lines > 1 && 2 * clean >= lines;
}

bool is_binary(std::string_view head) {
  const auto is_magic = [&](std::string_view magic) { return head.starts_with(magic); };
  if (std::ranges::any_of(binary_magics, is_magic)) return true;
  const auto nulls = static_cast<std::size_t>(std::ranges::count(head, '\0'));
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(head, is_control));
  // A stray NUL, or a line of them, is one bad record; random bytes are a tenth control characters.
  if (most_lines_are_text(head)) return false;
  return nulls * 64 > head.size() || controls * 24 > head.size();
}

}  // namespace

std::string_view without_bom(std::string_view text) {
  if (text.starts_with(utf8_bom)) text.remove_prefix(utf8_bom.size());
  return text;
}

bool looks_like_whole_value(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  const bool container = text.front() == '{' || text.front() == '[';
  return container ? is_whole_container(text) : is_whole_scalar(text);
}

Codec sniff_codec(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) return Codec::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd")) return Codec::zstd;
  const bool skippable = head.size() >= 4 && head.substr(1, 3) == "\x2a\x4d\x18" &&
                         (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U;
  return skippable ? Codec::zstd : Codec::none;
}

Format sniff_format(std::string_view head, bool whole) {
  const bool utf32 = head.starts_with(utf32_bom);
  if (!utf32 && (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))) {
    return Format::utf16;
  }
  const std::string_view text = without_bom(head);
  const std::size_t first = text.find_first_not_of(json_blanks);
  if (first == std::string_view::npos) return whole ? Format::empty : Format::concatenated;
  if (is_binary(text)) return Format::binary;
  if (is_ndjson(text, whole)) return Format::ndjson;
  const char c = text[first];
  if (c == '[') return Format::json_array;
  return c == '{' || c == '\x1E' ? Format::concatenated : Format::csv;
}

std::optional<Format> format_named(std::string_view name, std::string_view head) {
  if (name == "ndjson") return Format::ndjson;
  if (name == "concatenated") return Format::concatenated;
  if (name == "csv") return Format::csv;
  if (name != "json") return std::nullopt;
  return trimmed(without_bom(head)).starts_with('[') ? Format::json_array : Format::concatenated;
}

}  // namespace kouan::input
