#include "text/number.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kouan::text {

std::string thousands(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string byte_size(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 7> units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  std::size_t unit = 0;
  while (unit + 1 < units.size() && (bytes >> (10 * (unit + 1))) != 0) ++unit;
  if (unit == 0) return std::to_string(bytes) + " B";
  const std::uint64_t whole = bytes >> (10 * unit);
  // Of the rest, the upper ten bits are enough for one decimal.
  const std::uint64_t rest = (bytes >> (10 * (unit - 1))) & 0x3FF;
  return std::to_string(whole) + '.' + std::to_string(rest * 10 / 1'024) + ' ' +
         std::string(units[unit]);
}

std::string percent(std::uint64_t per_million) {
  std::string text = std::to_string(per_million / 10'000);
  std::string decimals = std::to_string(10'000 + per_million % 10'000).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  if (!decimals.empty()) text += '.' + decimals;
  return text + '%';
}

std::uint64_t per_million(std::uint64_t part, std::uint64_t whole) {
  constexpr std::uint64_t million = 1'000'000;
  if (whole == 0) return 0;
  if (part >= whole) return million;
  const std::uint64_t below = million - 1;
  while (part > UINT64_MAX / million) {  // the bits that go are far below a millionth
    part >>= 1;
    whole >>= 1;
  }
  return std::min(part * million / whole, below);
}

}  // namespace kouan::text
