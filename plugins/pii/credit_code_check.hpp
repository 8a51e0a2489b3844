#pragma once

/// \file
/// The unified social credit code of GB 32100-2015, shared by the detectors that look for it.

#include <string_view>

namespace kouan::pii {

/// Whether 18 upper-case characters are of its alphabet, begin with a registering authority and a
/// province, and carry the right check character.
bool is_credit_code(std::string_view code);

/// Whether more than one check vouches for a credit code: the organisation code inside it is right
/// too, or is one of those with letters, which random numbers do not have. Some published samples
/// are not.
bool is_proven_credit_code(std::string_view code);

}  // namespace kouan::pii
