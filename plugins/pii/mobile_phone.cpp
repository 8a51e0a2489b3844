#include "pii/mobile_phone.hpp"

namespace kouan::pii {

bool MobilePhoneMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!national_number(candidate, number_)) return false;
  if (mobile_range(number_.view()) != MobileRange::allocated) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
