#include "pii/passport_official.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool PassportOfficialMatcher::match(std::string_view candidate, plugin::Match& match) {
  number_.clear();
  for (const char c : candidate) {
    const bool dot = c == '.' && number_.size() == 1;
    if (!dot && (!is_alnum(c) || !number_.push(to_upper(c)))) return false;
  }
  const auto number = number_.view();
  if (number.size() < 8 || !is_one_of(number[0], "SDP")) return false;
  const bool current = number.size() == 9 && number[1] == 'E';
  if (!is_digits(number.substr(current ? 2 : 1))) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
