#include "pii/hs_code.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool HsCodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  number_.clear();
  std::size_t group = 0;  // digits since the last point
  for (const char c : candidate) {
    if (c == '.') {
      if (number_.size() < 4 || group % 2 != 0 || group == 0) return false;
      group = 0;
    } else {
      if (!is_digit(c) || !number_.push(c)) return false;
      ++group;
    }
  }
  const auto size = number_.size();
  if (group == 0 || (size != 6 && size != 8 && size != 10)) return false;
  const auto chapter = number(number_.view().substr(0, 2));
  if (chapter < 1 || chapter > 97 || chapter == 77) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
