#include "pii/coordinate_decimal.hpp"

#include "pii/characters.hpp"
#include "pii/degrees.hpp"

namespace kouan::pii {

bool CoordinateDecimalMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (drop_prefix(rest, "[") ? !drop_suffix(rest, "]")
                             : drop_prefix(rest, "(") && !drop_suffix(rest, ")")) {
    return false;
  }
  double first = 0;
  double second = 0;
  drop_spaces(rest);
  if (!take_decimal(rest, 3, first) || rest.empty()) return false;
  const auto before = rest.size();
  drop_spaces(rest);
  if (!rest.empty() && is_one_of(rest.front(), ",;|")) {
    rest.remove_prefix(1);
    drop_spaces(rest);
  } else if (rest.size() == before) {
    return false;
  }
  if (!take_decimal(rest, 3, second)) return false;
  drop_spaces(rest);
  if (!rest.empty() || !is_position(first, second)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
