#include "pii/passport_numeric.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PassportNumericMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate)) return false;
  if (candidate[0] != '3' && !candidate.starts_with("14") && !candidate.starts_with("15"))
    return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
