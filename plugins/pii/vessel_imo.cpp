#include "pii/vessel_imo.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool VesselImoMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (drop_prefix(rest, "IMO")) drop_prefix(rest, " ");
  if (rest.size() != 7 || !is_digits(rest) || is_uniform(rest)) return false;
  unsigned sum = 0;
  for (unsigned i = 0; i < 6; ++i) sum += (7 - i) * number(rest.substr(i, 1));
  if (sum % 10 != number(rest.substr(6))) return false;
  match = plugin::whole(candidate, rest);
  return true;
}

}  // namespace kouan::pii
