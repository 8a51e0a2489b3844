#include "pii/foreign_resident_id.hpp"

#include "pii/resident_number.hpp"

namespace kouan::pii {

bool ForeignResidentIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.view()[0] != '9') return false;
  const auto birth_date = birth_date_of(number_.view());
  if (birth_date == 0 || !has_resident_check(number_.view())) return false;
  match = plugin::whole(candidate, number_.view());
  match.birth_date = birth_date;
  return true;
}

}  // namespace kouan::pii
