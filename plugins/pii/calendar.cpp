#include "pii/calendar.hpp"

#include <array>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

unsigned days_of(unsigned year, unsigned month) {
  constexpr std::array<unsigned, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (leap && month == 2 ? 1 : 0);
}

}  // namespace

std::uint32_t date_of(unsigned year, unsigned month, unsigned day) {
  if (year < year_min || year > year_max || month < 1 || month > 12) return 0;
  if (day < 1 || day > days_of(year, month)) return 0;
  return year * 10'000 + month * 100 + day;
}

std::uint32_t date_of(std::string_view text) {
  if (text.size() != 8 || !is_digits(text)) return 0;
  return date_of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6)));
}

}  // namespace kouan::pii
