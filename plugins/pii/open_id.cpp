#include "pii/open_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool OpenIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (candidate[0] != 'o') return false;
  if (!all(candidate, [](char c) { return is_alnum(c) || c == '_' || c == '-'; })) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
