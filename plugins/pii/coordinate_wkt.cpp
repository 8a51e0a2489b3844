#include "pii/coordinate_wkt.hpp"

#include "pii/characters.hpp"
#include "pii/degrees.hpp"

#include <algorithm>

namespace kouan::pii {

bool CoordinateWktMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (drop_prefix(rest, "SRID=")) {
    const auto end = rest.find(';');
    if (end == std::string_view::npos || !is_digits(rest.substr(0, end))) return false;
    rest.remove_prefix(end + 1);
  }
  if (rest.size() < 5 || !std::equal(rest.begin(), rest.begin() + 5, "POINT",
                                     [](char a, char b) { return to_upper(a) == b; })) {
    return false;
  }
  rest.remove_prefix(5);
  drop_spaces(rest);
  drop_prefix(rest, "Z");
  drop_spaces(rest);
  if (!drop_prefix(rest, "(") || !drop_suffix(rest, ")")) return false;
  double longitude = 0;
  double latitude = 0;
  drop_spaces(rest);
  if (!take_decimal(rest, 0, longitude) || !rest.starts_with(' ')) return false;
  drop_spaces(rest);
  if (!take_decimal(rest, 0, latitude) || !is_position(longitude, latitude)) return false;
  if (rest.find_first_not_of(" 0123456789.-") != std::string_view::npos) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
