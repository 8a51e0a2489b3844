#include "pii/bank_card_international.hpp"

namespace kouan::pii {

bool BankCardInternationalMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || card_.issuer != CardIssuer::international || !card_.is_checked())
    return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
