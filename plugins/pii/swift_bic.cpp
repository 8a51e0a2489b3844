#include "pii/swift_bic.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool SwiftBicMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (candidate.size() != 8 && candidate.size() != 11) return false;
  if (!all(candidate.substr(0, 6), is_upper)) return false;
  if (any(candidate, is_lower) || !all(candidate, is_alnum)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
