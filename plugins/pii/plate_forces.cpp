#include "pii/plate_forces.hpp"

#include "pii/characters.hpp"

#include <algorithm>

namespace kouan::pii {

bool PlateForcesMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!compact_plate(candidate, plate_)) return false;
  auto rest = plate_.view();
  if (drop_prefix(rest, "WJ")) {
    const auto is_tail = [](std::string_view tail) {
      drop_province(tail);
      return tail.size() == 5 && all(tail, is_alnum);
    };
    const auto leading =
        std::min<std::size_t>(std::min(rest.find_first_not_of("0123456789"), rest.size()), 2);
    bool found = false;
    for (std::size_t digits = 0; digits <= leading; ++digits)
      found = found || is_tail(rest.substr(digits));
    if (!found) return false;
  } else if (rest.size() != 7 || !all(rest.substr(0, 2), is_upper) || !is_digits(rest.substr(2))) {
    return false;
  }
  match = plugin::whole(candidate, plate_.view());
  return true;
}

}  // namespace kouan::pii
