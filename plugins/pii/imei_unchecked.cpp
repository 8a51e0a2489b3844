#include "pii/imei_unchecked.hpp"

#include "pii/calendar.hpp"
#include "pii/characters.hpp"

namespace kouan::pii {

bool ImeiUncheckedMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 14) return false;
  if (is_uniform(number_.view()) || date_of(number_.view().substr(0, 8)) != 0) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
