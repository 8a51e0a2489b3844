#include "pii/tax_number.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool TaxNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate)) return false;
  const auto size = number_.size();
  if (size != 15 && size != 17 && size != 18 && size != 20) return false;
  if (!is_digits(number_.view().substr(2, 4))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
