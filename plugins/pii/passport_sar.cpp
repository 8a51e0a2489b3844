#include "pii/passport_sar.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PassportSarMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 9) return false;
  const auto number = number_.view();
  const bool one = is_one_of(number[0], "KH") && is_digits(number.substr(1));
  const bool two =
      (number.starts_with("KJ") || number.starts_with("MA")) && is_digits(number.substr(2));
  if (!one && !two) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
