#include "pii/meid.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool MeidMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate)) return false;
  const auto number = number_.view();
  const bool decimal = number.size() == 18 && is_digits(number) && !is_uniform(number);
  const bool hexadecimal = (number.size() == 14 || number.size() == 15) && is_upper(number[0]) &&
                           all(number, is_hex) && !is_uniform(number);
  if (!decimal && !hexadecimal) return false;
  if (number.size() == 15 && !luhn_of_base(number, 16)) return false;
  match = plugin::whole(candidate, hexadecimal ? number.substr(0, 14) : number);
  return true;
}

}  // namespace kouan::pii
