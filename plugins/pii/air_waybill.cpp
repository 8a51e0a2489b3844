#include "pii/air_waybill.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool AirWaybillMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 11) return false;
  const auto serial = number_.view().substr(3);
  if (number(serial.substr(0, 7)) % 7 != number(serial.substr(7))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
