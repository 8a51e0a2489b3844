#include "pii/social_security_card.hpp"

#include "pii/characters.hpp"

#include <algorithm>

namespace kouan::pii {

bool SocialSecurityCardMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || std::ranges::count_if(number_.view(), is_digit) < 5)
    return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
