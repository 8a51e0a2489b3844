#include "pii/cnaps.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool CnapsMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate) || is_uniform(candidate) || !mod11_10(candidate)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
