#include "pii/ipv6.hpp"

#include "pii/characters.hpp"

#include <algorithm>
#include <array>

namespace kouan::pii {
namespace {

/// Two groups out of the dotted form of IPv4.
bool read_dotted(std::string_view text, std::array<unsigned, 2>& groups) {
  unsigned parts = 0;
  while (parts < 4) {
    const auto size = std::min(text.find('.'), text.size());
    const auto digits = text.substr(0, size);
    if (digits.size() > 3 || !is_digits(digits) || number(digits) > 255) return false;
    groups[parts / 2] = groups[parts / 2] << 8 | number(digits);
    text.remove_prefix(size);
    if (++parts < 4 && !drop_prefix(text, ".")) return false;
  }
  return text.empty();
}

/// The groups between colons on one side of "::"; false when one is none or there are too many.
bool read_side(std::string_view text, std::array<unsigned, 8>& groups, std::size_t& count) {
  while (!text.empty()) {
    const auto size = std::min(text.find(':'), text.size());
    const auto group = text.substr(0, size);
    std::array<unsigned, 2> dotted{};
    if (size == text.size() && count <= 6 && read_dotted(group, dotted)) {
      groups[count++] = dotted[0];
      groups[count++] = dotted[1];
      return true;
    }
    if (count == groups.size() || group.empty() || group.size() > 4 || !all(group, is_hex))
      return false;
    for (const char c : group)
      groups[count] = groups[count] << 4 | static_cast<unsigned>(hex_value(c));
    ++count;
    text.remove_prefix(size);
    if (drop_prefix(text, ":") && text.empty()) return false;  // a colon ends nothing
  }
  return true;
}

bool read_groups(std::string_view text, std::array<unsigned, 8>& groups) {
  const auto gap = text.find("::");
  std::size_t before = 0;
  if (!read_side(text.substr(0, std::min(gap, text.size())), groups, before)) return false;
  if (gap == std::string_view::npos) return before == groups.size();
  std::array<unsigned, 8> tail{};
  std::size_t after = 0;
  if (!read_side(text.substr(gap + 2), tail, after) || before + after >= groups.size())
    return false;
  for (std::size_t i = 0; i < after; ++i) groups[groups.size() - after + i] = tail[i];
  return true;
}

}  // namespace

bool Ipv6Matcher::match(std::string_view candidate, plugin::Match& match) {
  std::array<unsigned, 8> groups{};
  if (!read_groups(candidate, groups) || groups[0] < 0x2000 || groups[0] > 0x3FFF) return false;
  constexpr std::string_view digits = "0123456789abcdef";
  address_.clear();
  for (const unsigned group : groups) {
    if (address_.size() != 0) address_.push(':');
    for (const unsigned shift : {12U, 8U, 4U, 0U}) address_.push(digits[group >> shift & 0xF]);
  }
  match = plugin::whole(candidate, address_.view());
  return true;
}

}  // namespace kouan::pii
