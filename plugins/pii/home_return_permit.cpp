#include "pii/home_return_permit.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool HomeReturnPermitMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || (number_.size() != 9 && number_.size() != 11)) return false;
  const auto number = number_.view();
  if (!is_one_of(number[0], "HM") || !is_digits(number.substr(1))) return false;
  match = plugin::whole(candidate, number.substr(0, 9));
  return true;
}

}  // namespace kouan::pii
