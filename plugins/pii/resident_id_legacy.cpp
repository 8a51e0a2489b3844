#include "pii/resident_id_legacy.hpp"

#include "pii/calendar.hpp"
#include "pii/check_digits.hpp"
#include "pii/resident_number.hpp"

namespace kouan::pii {

bool ResidentIdLegacyMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!legacy_.assign_digits(candidate) || legacy_.size() != 15) return false;
  if (!is_province(legacy_.view().substr(0, 2))) return false;
  number_.clear();
  number_.append(legacy_.view().substr(0, 6));
  number_.append("19");
  number_.append(legacy_.view().substr(6));
  const auto birth_date = date_of(number_.view().substr(6, 8));
  if (birth_date == 0) return false;
  number_.push(mod11_2(number_.view()));
  match = plugin::whole(candidate, number_.view());
  match.birth_date = birth_date;
  return true;
}

}  // namespace kouan::pii
