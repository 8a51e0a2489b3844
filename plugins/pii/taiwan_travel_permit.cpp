#include "pii/taiwan_travel_permit.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool TaiwanTravelPermitMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 9) return false;
  if (!is_one_of(number_.view()[0], "TL") || !is_digits(number_.view().substr(1))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
