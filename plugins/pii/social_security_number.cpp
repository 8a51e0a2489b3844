#include "pii/social_security_number.hpp"

#include "pii/resident_number.hpp"

namespace kouan::pii {

bool SocialSecurityNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate)) return false;
  const std::string_view number = number_.view();
  if (!is_province(number.substr(0, 2)) || birth_date_of(number) == 0) return false;
  if (!has_resident_check(number)) return false;
  match = plugin::whole(candidate, number);
  return true;
}

}  // namespace kouan::pii
