#include "pii/mobile_phone_unallocated.hpp"

namespace kouan::pii {

bool MobilePhoneUnallocatedMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!national_number(candidate, number_)) return false;
  if (mobile_range(number_.view()) != MobileRange::unallocated) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
