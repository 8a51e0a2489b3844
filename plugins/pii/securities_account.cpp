#include "pii/securities_account.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool SecuritiesAccountMatcher::match(std::string_view candidate, plugin::Match& match) {
  const bool shanghai =
      candidate.size() == 10 && is_letter(candidate[0]) && is_digits(candidate.substr(1));
  const bool digits = candidate.size() != 11 && is_digits(candidate);
  if (!shanghai && !digits) return false;
  number_.assign(candidate);
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
