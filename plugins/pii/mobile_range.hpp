#pragma once

/// \file
/// Mainland mobile numbers: how they are written, and what their first digits are used for.

#include <cstdint>
#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

enum class MobileRange : std::uint8_t {
  none,         // no mobile number begins like this
  allocated,    // to the public networks, MIIT allocation to 2023-03
  satellite,    // 1740, 1741, 1749, 1619
  unallocated,  // 13 to 19, but in none of the above: ranges grow
};

/// Of eleven digits.
MobileRange mobile_range(std::string_view number);

/// The national digits of a number written with or without +86, 86 or 0086, in brackets or not,
/// with single spaces or hyphens between, and with the ".0" that tables of floats leave. False,
/// when it is anything but eleven digits then.
bool national_number(std::string_view written, Compact<11>& number);

}  // namespace kouan::pii
