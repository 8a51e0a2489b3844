#include "pii/damaged_resident_id.hpp"

#include "pii/calendar.hpp"
#include "pii/characters.hpp"
#include "pii/float_number.hpp"
#include "pii/resident_number.hpp"

namespace kouan::pii {
namespace {

/// Whether at least six digits begin like such a number, as far as they go.
bool is_beginning(std::string_view digits) {
  if (digits.size() < 6 || !is_province(digits.substr(0, 2))) return false;
  if (digits.size() >= 14) return date_of(digits.substr(6, 8)) != 0;
  const auto century = digits.substr(6, 2);
  return century.size() < 2 || century == "19" || century == "20";
}

}  // namespace

bool DamagedResidentIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (candidate[1] == '.') {
    FloatNumber value;
    if (!value.read(candidate) || value.length != 18 || !is_beginning(value.digits.view()))
      return false;
  } else {
    const bool cut = candidate.size() == 18 && candidate.ends_with("000");
    if (!cut || !is_digits(candidate) || !is_beginning(candidate.substr(0, 15)) ||
        has_resident_check(candidate))
      return false;
  }
  match = plugin::whole(candidate);
  match.damaged = true;
  return true;
}

}  // namespace kouan::pii
