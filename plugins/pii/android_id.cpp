#include "pii/android_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool AndroidIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!all(candidate, is_hex) || is_uniform(candidate)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
