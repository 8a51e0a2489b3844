#include "pii/hong_kong_phone.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool HongKongPhoneMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  for (const std::string_view prefix : {"(+852)", "+852", "00852"}) {
    if (!drop_prefix(rest, prefix)) continue;
    if (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
    break;
  }
  if (!digits_.assign_digits(rest)) return false;
  const auto number = digits_.view();
  if (number.size() != 8 || !is_one_of(number[0], "5679")) return false;
  number_.clear();
  number_.append("+852");
  number_.append(number);
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
