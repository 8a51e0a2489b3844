#include "pii/bank_card_unionpay.hpp"

namespace kouan::pii {

bool BankCardUnionpayMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!card_.read(candidate) || card_.issuer != CardIssuer::unionpay || !card_.is_checked())
    return false;
  match = plugin::whole(candidate, card_.digits.view());
  return true;
}

}  // namespace kouan::pii
