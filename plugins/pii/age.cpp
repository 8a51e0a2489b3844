#include "pii/age.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

constexpr unsigned age_max = 130;  // years; nobody on record grew older

}  // namespace

bool AgeMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (drop_suffix(rest, "周岁") || drop_suffix(rest, "岁")) drop_suffix(rest, " ");
  if (rest.size() > 3 || !is_digits(rest) || number(rest) > age_max) return false;
  if (rest.size() > 1 && rest[0] == '0') return false;
  match = plugin::whole(candidate, rest);
  match.age_years = number(rest) + 1;
  return true;
}

}  // namespace kouan::pii
