#pragma once

/// \file
/// The check-digit systems that several identifiers share. Each takes only the characters its
/// system knows: callers test the shape first.

#include <string_view>

namespace kouan::pii {

/// ISO/IEC 7812-1 annex B.
bool luhn(std::string_view digits);
/// Its form over digits of another base, 16 at the most (MEID).
bool luhn_of_base(std::string_view digits, int base);

/// ISO 7064 MOD 11-2: the check character (0-9 or X) of `digits`.
char mod11_2(std::string_view digits);

/// ISO 7064 MOD 11,10 over digits with the check digit at the end.
bool mod11_10(std::string_view digits);

/// The remainder by 97 of digits and letters (A = 10 ... Z = 35), as ISO 7064 MOD 97-10 reads them.
int mod97(std::string_view text);

/// GS1 General Specifications 7.9: weights 3 and 1 from the right, check digit at the end.
bool gs1(std::string_view digits);

/// GB 11714-1997: the check character (0-9 or X) of the eight characters of an organisation code.
char organisation_check(std::string_view body);

/// ICAO 9303-3, 4.9: the check digit of a field of a machine-readable zone, '<' being 0.
char icao_check(std::string_view field);

}  // namespace kouan::pii
