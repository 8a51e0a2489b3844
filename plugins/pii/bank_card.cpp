#include "pii/bank_card.hpp"

namespace kouan::pii {

bool BankCardMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || card_.issuer != CardIssuer::unionpay_block || !card_.is_checked())
    return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
