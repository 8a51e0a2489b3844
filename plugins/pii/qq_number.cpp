#include "pii/qq_number.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool QqNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate) || candidate[0] == '0') return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
