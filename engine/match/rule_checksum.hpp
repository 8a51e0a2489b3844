#pragma once

/// \file
/// Check characters of rules that users write. Pure; nothing fails. [any thread]

#include <string_view>

#include "match/value_rules.hpp"

namespace kouan {

/// Does the text carry a right check character? Blanks, hyphens and dots are passed over; of what
/// remains luhn and mod11_10 (ISO 7064 MOD 11,10) take digits, mod11_2 (ISO 7064 MOD 11-2) digits
/// and a final X, mod97 (ISO 7064 MOD 97-10) digits and letters, with the first four characters
/// moved to the end where they are those of an IBAN (two letters, two digits). Any other character
/// and fewer than two characters are wrong. `none` is always right.
bool has_right_checksum(Checksum checksum, std::string_view text);

}  // namespace kouan
