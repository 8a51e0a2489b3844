#include "pii/vin.hpp"

namespace kouan::pii {

bool VinMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!vin_.assign(candidate) || !is_vin_shape(vin_.view()) || !is_proven_vin(vin_.view())) {
    return false;
  }
  match = plugin::whole(candidate, vin_.view());
  return true;
}

}  // namespace kouan::pii
