#include "pii/vessel_mmsi.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool VesselMmsiMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate) || candidate[0] < '2' || candidate[0] > '7') return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
