#include "pii/driving_licence_file.hpp"

namespace kouan::pii {

bool DrivingLicenceFileMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 12) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
