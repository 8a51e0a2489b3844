#include "pii/icd_code.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool IcdCodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (!is_upper(rest[0])) return false;
  if (rest.size() == 7 && rest[0] == 'M' && rest[5] == '/') {
    if (!is_digits(rest.substr(1, 4)) || !is_digit(rest[6])) return false;
    match = plugin::whole(candidate);
    return true;
  }
  if (is_one_of(rest.back(), "+*")) rest.remove_suffix(1);
  if (rest.size() < 3 || !is_digits(rest.substr(1, 2))) return false;
  rest.remove_prefix(3);
  if (!rest.empty()) {
    if (rest[0] != '.' || rest.size() == 1) return false;
    rest.remove_prefix(1);
    const auto x = rest.find('x');
    if (x == 3 && is_digits(rest.substr(0, 3)) && rest.size() == 7 && is_digits(rest.substr(4))) {
      rest = rest.substr(0, 3);
    }
    if (rest.size() > 4 || !all(rest, [](char c) { return is_digit(c) || is_upper(c); }))
      return false;
  }
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
