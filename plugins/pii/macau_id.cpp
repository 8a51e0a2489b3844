#include "pii/macau_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool MacauIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  number_.clear();
  auto rest = candidate;
  if (!is_one_of(rest[0], "157") || !is_digits(rest.substr(0, 7))) return false;
  number_.append(rest.substr(0, 7));
  rest.remove_prefix(7);
  if (rest.size() == 3 && rest.front() == '(' && rest.back() == ')') rest = rest.substr(1, 1);
  if (rest.size() != 1 || !is_digit(rest[0])) return false;
  number_.push(rest[0]);
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
