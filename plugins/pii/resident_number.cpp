#include "pii/resident_number.hpp"

#include <algorithm>
#include <array>

#include "pii/calendar.hpp"
#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool is_province(std::string_view two_digits) {
  // By the first digit: the second digits in use (GB/T 2260).
  constexpr std::array<std::string_view, 10> second = {"",      "12345", "123", "1234567", "123456",
                                                       "01234", "12345", "1",   "",        ""};
  const auto first = static_cast<unsigned char>(two_digits[0] - '0');
  return first < second.size() && second[first].find(two_digits[1]) != std::string_view::npos;
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
