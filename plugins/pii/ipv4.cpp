#include "pii/ipv4.hpp"

#include "pii/characters.hpp"

#include <algorithm>
#include <array>

namespace kouan::pii {
namespace {

bool is_reserved(unsigned first, unsigned second) {
  if (first == 0 || first == 10 || first == 127 || first >= 224) return true;
  return (first == 172 && second >= 16 && second <= 31) || (first == 192 && second == 168) ||
         (first == 100 && second >= 64 && second <= 127) || (first == 169 && second == 254);
}

}  // namespace

bool Ipv4Matcher::match(std::string_view candidate, plugin::Match& match) {
  std::array<unsigned, 4> part{};
  std::size_t index = 0;
  auto rest = candidate;
  for (auto& value : part) {
    const auto size = std::min(rest.find('.'), rest.size());
    const auto digits = rest.substr(0, size);
    if (digits.size() > 3 || !is_digits(digits) || (digits.size() > 1 && digits[0] == '0'))
      return false;
    value = number(digits);
    rest.remove_prefix(size);
    if (++index < part.size() && !drop_prefix(rest, ".")) return false;
  }
  if (!rest.empty() || std::ranges::any_of(part, [](unsigned value) { return value > 255; }))
    return false;
  if (is_reserved(part[0], part[1])) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
