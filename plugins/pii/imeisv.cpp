#include "pii/imeisv.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool ImeisvMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 16) return false;
  if (is_uniform(number_.view())) return false;
  match = plugin::whole(candidate, number_.view().substr(0, 14));
  return true;
}

}  // namespace kouan::pii
