#include "pii/passport_ordinary.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PassportOrdinaryMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 9) return false;
  const auto number = number_.view();
  const bool digits = is_digit(number[1]);
  const bool letter = number[0] == 'E' && is_upper(number[1]) && !is_one_of(number[1], "IO");
  if (!is_one_of(number[0], "EG") || (!digits && !letter)) return false;
  if (!is_digits(number.substr(2))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
