#include "pii/iccid_unchecked.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool IccidUncheckedMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() < 19) return false;
  const auto number = number_.view();
  if (!number.starts_with("8986") || !is_digits(number.substr(0, 19))) return false;
  if (is_digits(number) && number.size() == 20 && luhn(number)) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
