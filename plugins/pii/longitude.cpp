#include "pii/longitude.hpp"

#include "pii/degrees.hpp"

#include <cmath>

namespace kouan::pii {

bool LongitudeMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  double degrees = 0;
  bool is_latitude = false;
  if (take_angle(rest, is_latitude)) {
    if (!rest.empty() || is_latitude) return false;
  } else {
    rest = candidate;
    if (!take_decimal(rest, 1, degrees) || !rest.empty() || std::abs(degrees) > longitude_max)
      return false;
  }
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
