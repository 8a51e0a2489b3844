#include "pii/imei.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool ImeiMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 15) return false;
  if (is_uniform(number_.view()) || !luhn(number_.view())) return false;
  match = plugin::whole(candidate, number_.view().substr(0, 14));
  return true;
}

}  // namespace kouan::pii
