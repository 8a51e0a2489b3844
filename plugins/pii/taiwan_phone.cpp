#include "pii/taiwan_phone.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool TaiwanPhoneMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  bool abroad = false;
  for (const std::string_view prefix : {"(+886)", "+886", "00886"}) {
    if (!drop_prefix(rest, prefix)) continue;
    abroad = true;
    if (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
    break;
  }
  if (!digits_.assign_digits(rest)) return false;
  auto number = digits_.view();
  if (!drop_prefix(number, "0") && !abroad) return false;
  if (number.size() != 9 || number[0] != '9') return false;
  number_.clear();
  number_.append("+886");
  number_.append(number);
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
