#include "pii/hk_macau_travel_permit.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool HkMacauTravelPermitMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 9) return false;
  const auto number = number_.view();
  const bool current = number[0] == 'C' && number[1] != 'I' && number[1] != 'O';
  if (!current && !(number[0] == 'W' && is_digit(number[1]))) return false;
  if (!is_digits(number.substr(2))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
