#include "pii/waybill.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool WaybillMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  while (!rest.empty() && is_upper(rest.front()) && candidate.size() - rest.size() < 2)
    rest.remove_prefix(1);
  if (rest.size() < 12 || rest.size() > 15 || !is_digits(rest)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
