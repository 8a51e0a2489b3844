#include "pii/mobile_range.hpp"

#include <algorithm>
#include <array>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

/// What may stand between the country code and the number.
void drop_separator(std::string_view& text) {
  if (!text.empty() && (text.front() == ' ' || text.front() == '-')) text.remove_prefix(1);
}

void drop_country_code(std::string_view& text) {
  for (const std::string_view prefix : {"(+86)", "(86)", "(0086)", "+86", "0086", "86"}) {
    if (!drop_prefix(text, prefix)) continue;
    drop_separator(text);
    return;
  }
}

}  // namespace

MobileRange mobile_range(std::string_view number) {
  if (number[0] != '1' || number[1] < '3') return MobileRange::none;
  // By the second digit: the third digits in use.
  constexpr std::array<std::string_view, 7> third = {
      "0123456789", "56789", "012356789", "2567", "01235678", "0123456789", "012356789"};
  if (is_one_of(number[2], third[static_cast<std::size_t>(number[1] - '3')])) {
    return MobileRange::allocated;
  }
  constexpr std::array<std::string_view, 4> satellite = {"1740", "1741", "1749", "1619"};
  const bool found = std::ranges::find(satellite, number.substr(0, 4)) != satellite.end();
  return found ? MobileRange::satellite : MobileRange::unallocated;
}

bool national_number(std::string_view written, Compact<11>& number) {
  if (written.size() > 11) {
    drop_suffix(written, ".0");
    drop_country_code(written);
  }
  return number.assign_digits(written) && number.size() == 11;
}

}  // namespace kouan::pii
