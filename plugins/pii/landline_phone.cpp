#include "pii/landline_phone.hpp"

namespace kouan::pii {

bool LandlinePhoneMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.read(candidate) || !number_.is_separated) return false;
  match = plugin::whole(candidate, number_.digits.view());
  return true;
}

}  // namespace kouan::pii
