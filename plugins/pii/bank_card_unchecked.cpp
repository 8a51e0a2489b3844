#include "pii/bank_card_unchecked.hpp"

namespace kouan::pii {

bool BankCardUncheckedMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || card_.is_checked() || card_.issuer == CardIssuer::unknown)
    return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
