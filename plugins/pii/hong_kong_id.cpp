#include "pii/hong_kong_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

/// The check digit of letters and six digits; a missing first letter counts as 36.
char hkid_check_of(std::string_view body) {
  int sum = body.size() == 7 ? 36 * 9 : 0;
  int weight = static_cast<int>(body.size()) + 1;
  for (const char c : body) sum += alnum_value(c) * weight--;
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'A' : static_cast<char>('0' + check);
}

}  // namespace

bool HongKongIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  char check = rest.back();
  if (check == ')') {
    // One character between the brackets.
    if (rest[rest.size() - 3] != '(') return false;
    check = rest[rest.size() - 2];
    rest.remove_suffix(3);
  } else {
    rest.remove_suffix(1);
  }
  check = to_upper(check);
  if (!number_.assign(rest) || number_.size() < 7) return false;
  const auto body = number_.view();
  const auto letters = body.size() - 6;
  if (!all(body.substr(0, letters), is_upper) || !is_digits(body.substr(letters))) return false;
  if (check != hkid_check_of(body) || !number_.push(check)) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
