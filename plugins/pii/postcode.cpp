#include "pii/postcode.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PostcodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate) || candidate.starts_with("00") || number(candidate.substr(0, 2)) > 86)
    return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
