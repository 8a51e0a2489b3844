#include "text/width.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace kouan::text {
namespace {

constexpr std::string_view ellipsis = "…";

std::size_t width_of(char32_t value) {
  if (value < 0x300) return value < 0x20 || value == 0x7F ? 0 : 1;
  const auto point = static_cast<UChar32>(value);
  const std::int8_t type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || is_invisible(value)) return 0;
  const std::int32_t width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The longest prefix of at most `columns`.
std::string_view head(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    const std::size_t width = width_of(point.value);
    if (width > columns) break;
    columns -= width;
    at += point.size;
  }
  return text.substr(0, at);
}

/// The longest suffix of at most `columns`.
std::string_view tail(std::string_view text, std::size_t columns) {
  std::size_t excess = display_width(text);
  std::size_t at = 0;
  while (at < text.size() && excess > columns) {
    const CodePoint point = decode(text, at);
    excess -= width_of(point.value);
    at += point.size;
  }
  return text.substr(at);
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    width += width_of(point.value);
    at += point.size;
  }
  return width;
}

std::string pad(std::string_view text, std::size_t columns, Align align) {
  const std::size_t width = display_width(text);
  const std::string fill(columns > width ? columns - width : 0, ' ');
  return align == Align::left ? std::string(text) + fill : fill + std::string(text);
}

std::string truncate_end(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  return std::string(head(text, columns - 1)).append(ellipsis);
}

std::string truncate_middle(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  const std::size_t behind = (columns - 1) / 2;
  std::string out(head(text, columns - 1 - behind));
  return out.append(ellipsis).append(tail(text, behind));
}

}  // namespace kouan::text
