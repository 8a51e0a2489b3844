#include "pii/damaged_bank_card.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"
#include "pii/float_number.hpp"

namespace kouan::pii {

bool DamagedBankCardMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (candidate[1] == '.') {
    FloatNumber value;
    if (!value.read(candidate) || value.length < 16 || !value.digits.view().starts_with("62"))
      return false;
  } else {
    constexpr std::string_view zeros = "0000";
    const auto size = candidate.size();
    if (size < 17 || size > 19 || !candidate.starts_with("62")) return false;
    if (!candidate.ends_with(zeros.substr(0, size - 15))) return false;
    if (!is_digits(candidate) || luhn(candidate)) return false;
  }
  match = plugin::whole(candidate);
  match.damaged = true;
  return true;
}

}  // namespace kouan::pii
