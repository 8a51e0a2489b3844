#include "pii/damaged_mobile_phone.hpp"

#include "pii/float_number.hpp"
#include "pii/mobile_range.hpp"

namespace kouan::pii {

bool DamagedMobilePhoneMatcher::match(std::string_view candidate, plugin::Match& match) {
  FloatNumber value;
  if (!value.read(candidate) || value.length != 11) return false;
  if (mobile_range(value.digits.view()) != MobileRange::allocated) return false;
  match = plugin::whole(candidate);
  match.damaged = true;
  return true;
}

}  // namespace kouan::pii
