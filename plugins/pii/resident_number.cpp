#include "pii/resident_number.hpp"

#include <algorithm>
#include <array>

#include "pii/calendar.hpp"
#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool is_province(std::string_view two_digits) {
  constexpr std::array<std::string_view, 32> codes = {
      "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
      "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
      "51", "52", "53", "54", "61", "62", "63", "64", "65", "71"};
  return std::ranges::find(codes, two_digits) != codes.end();
}

std::uint32_t birth_date_of(std::string_view number) {
  const bool shaped = number.size() == 18 && is_digits(number.substr(0, 17)) &&
                      (is_digit(number[17]) || number[17] == 'X');
  return shaped ? date_of(number.substr(6, 8)) : 0;
}

bool has_resident_check(std::string_view number) {
  return number[17] == mod11_2(number.substr(0, 17));
}

}  // namespace kouan::pii
