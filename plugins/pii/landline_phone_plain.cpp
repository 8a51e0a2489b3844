#include "pii/landline_phone_plain.hpp"

namespace kouan::pii {

bool LandlinePhonePlainMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.read(candidate) || number_.is_separated) return false;
  match = plugin::whole(candidate, number_.digits.view());
  return true;
}

}  // namespace kouan::pii
