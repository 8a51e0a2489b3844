#include "pii/bank_card_other_issuer.hpp"

namespace kouan::pii {

bool BankCardOtherIssuerMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || card_.issuer != CardIssuer::unknown || !card_.is_checked())
    return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
