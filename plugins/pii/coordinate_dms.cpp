#include "pii/coordinate_dms.hpp"

#include "pii/characters.hpp"
#include "pii/degrees.hpp"

namespace kouan::pii {

bool CoordinateDmsMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  bool first = false;
  bool second = false;
  if (!take_angle(rest, first)) return false;
  while (drop_prefix(rest, ",") || drop_prefix(rest, ";") || drop_prefix(rest, "，") ||
         drop_prefix(rest, "、") || drop_prefix(rest, " ")) {
  }
  if (!take_angle(rest, second) || !rest.empty() || first == second) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
