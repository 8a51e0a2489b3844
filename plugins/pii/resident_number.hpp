#pragma once

/// \file
/// What the numbers of GB 11643-1999 and those built like them share: 17 digits with a birth date
/// at the seventh, and a MOD 11-2 check character.

#include <cstdint>
#include <string_view>

namespace kouan::pii {

/// Whether two digits begin a division code of the mainland or Taiwan (GB/T 2260). Codes of
/// abolished counties stay in use, so no more than the province is looked at.
bool is_province(std::string_view two_digits);

/// The birth date (yyyymmdd) of 18 characters whose shape and date are right, else 0. The check
/// character is not looked at.
std::uint32_t birth_date_of(std::string_view number);

/// Whether the last of 18 characters is the check character of the others.
bool has_resident_check(std::string_view number);

}  // namespace kouan::pii
