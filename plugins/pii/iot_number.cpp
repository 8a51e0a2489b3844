#include "pii/iot_number.hpp"

namespace kouan::pii {

bool IotNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 13) return false;
  const auto number = number_.view();
  const bool range = number.starts_with("14") && number[2] <= '4';
  if (!range && !number.starts_with("10648")) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
