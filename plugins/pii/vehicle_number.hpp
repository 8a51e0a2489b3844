#pragma once

/// \file
/// Vehicle identification numbers (GB 16735-2019), shared by the detectors that look for them.

#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

/// Whether 17 upper-case characters can be a VIN: no I, O, Q, a check character and a model year
/// at their places, three digits at the end.
bool is_vin_shape(std::string_view vin);

/// Whether the check character of a VIN shape is right, its last four characters are digits, its
/// maker has a letter, as all makers have, and some letter is beyond F, as hexadecimal numbers have
/// none: one random code in 20,000 gets that far.
bool is_proven_vin(std::string_view vin);

}  // namespace kouan::pii
