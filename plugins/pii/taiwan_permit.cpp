#include "pii/taiwan_permit.hpp"

#include "pii/characters.hpp"

#include <algorithm>

namespace kouan::pii {

bool TaiwanPermitMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  const auto digits = rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
  rest.remove_prefix(digits.size());
  if (digits.size() == 8 && rest.empty()) return match = plugin::whole(candidate), true;
  if (digits.size() != 10) return false;
  const bool bracketed = rest.size() == 3 && rest[0] == '(' && is_alnum(rest[1]) && rest[2] == ')';
  const bool suffixed = rest.size() == 1 && is_letter(rest[0]);
  if (!rest.empty() && !bracketed && !suffixed) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
