#include "pii/iccid.hpp"

#include "pii/check_digits.hpp"

namespace kouan::pii {

bool IccidMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 20) return false;
  if (!number_.view().starts_with("8986") || !luhn(number_.view())) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
