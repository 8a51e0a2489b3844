#pragma once

/// \file
/// Payment card numbers of ISO/IEC 7812: digits, issuer, check digit.

#include <cstdint>
#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

enum class CardIssuer : std::uint8_t {
  unknown,
  unionpay_block,  // 622126 to 622925, the first block of UnionPay
  unionpay,        // any other number that begins with 62
  international,   // Visa, MasterCard, JCB, American Express, of their lengths
};

struct CardNumber {
  Compact<19> digits;
  CardIssuer issuer = CardIssuer::unknown;

  /// False, when `text` is not 13 to 19 digits with single spaces or hyphens between them.
  bool read(std::string_view text);
  /// Whether the last digit is the Luhn digit of the others.
  bool is_checked() const;
};

}  // namespace kouan::pii
