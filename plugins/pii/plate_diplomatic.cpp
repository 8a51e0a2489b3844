#include "pii/plate_diplomatic.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PlateDiplomaticMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!compact_plate(candidate, plate_)) return false;
  auto rest = plate_.view();
  if (drop_prefix(rest, "使") || drop_suffix(rest, "使")) {
    if (rest.size() != 6 || !is_digits(rest)) return false;
  } else {
    if (!drop_suffix(rest, "领")) return false;
    if (drop_province(rest) && !rest.empty() && is_upper(rest[0])) rest.remove_prefix(1);
    if (rest.size() < 4 || rest.size() > 6 || !is_digits(rest)) return false;
  }
  match = plugin::whole(candidate, plate_.view());
  return true;
}

}  // namespace kouan::pii
