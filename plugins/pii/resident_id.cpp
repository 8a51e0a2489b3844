#include "pii/resident_id.hpp"

#include "pii/resident_number.hpp"

namespace kouan::pii {

bool ResidentIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate)) return false;
  const auto birth_date = birth_date_of(number_.view());
  if (birth_date == 0 || !is_province(number_.view().substr(0, 2))) return false;
  if (!has_resident_check(number_.view())) return false;
  match = plugin::whole(candidate, number_.view());
  match.birth_date = birth_date;
  return true;
}

}  // namespace kouan::pii
