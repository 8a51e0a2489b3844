#include "pii/passport_any.hpp"

#include "pii/characters.hpp"

#include <algorithm>

namespace kouan::pii {

bool PassportAnyMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() < 6) return false;
  const auto number = number_.view();
  if (std::count_if(number.begin(), number.end(), is_digit) < 3) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
