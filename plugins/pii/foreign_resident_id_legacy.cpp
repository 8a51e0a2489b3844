#include "pii/foreign_resident_id_legacy.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool ForeignResidentIdLegacyMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 15) return false;
  if (!all(number_.view().substr(0, 3), is_upper)) return false;
  if (!is_digits(number_.view().substr(3))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
