#include "pii/taiwan_id.hpp"

#include "pii/characters.hpp"

#include <array>

namespace kouan::pii {
namespace {

// Codes of the letters A to Z.
constexpr std::array places = {10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21,
                               22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33};

}  // namespace

bool TaiwanIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 10) return false;
  const auto number = number_.view();
  if (!is_upper(number[0]) || !is_one_of(number[1], "1289") || !is_digits(number.substr(1))) {
    return false;
  }
  const int place = places[static_cast<std::size_t>(number[0] - 'A')];
  int sum = place / 10 + place % 10 * 9 + (number[9] - '0');
  for (std::size_t i = 1; i < 9; ++i) sum += (number[i] - '0') * static_cast<int>(9 - i);
  if (sum % 10 != 0) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
