#include "pii/residence_permit.hpp"

#include "pii/resident_number.hpp"

namespace kouan::pii {

bool ResidencePermitMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate)) return false;
  const auto division = number_.view().substr(0, 6);
  if (division != "810000" && division != "820000" && division != "830000") return false;
  const auto birth_date = birth_date_of(number_.view());
  if (birth_date == 0 || !has_resident_check(number_.view())) return false;
  match = plugin::whole(candidate, number_.view());
  match.birth_date = birth_date;
  return true;
}

}  // namespace kouan::pii
