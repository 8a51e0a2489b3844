#include "pii/bank_card_other_issuer.hpp"

namespace kouan::pii {

bool BankCardOtherIssuerMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || !card_.checked || card_.issuer != CardIssuer::unknown) return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
