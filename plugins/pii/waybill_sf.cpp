#include "pii/waybill_sf.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool WaybillSfMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!candidate.starts_with("SF") || !is_digits(candidate.substr(2))) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
