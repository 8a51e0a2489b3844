#pragma once

/// \file
/// What is left of a long number after a spreadsheet or a float: 1.10101E+17, or zeros at its end.

#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

/// A number in scientific notation, normalised to one digit before the point.
struct FloatNumber {
  Compact<19> digits;   // of the mantissa, without the point; the leading digits of what it was
  unsigned length = 0;  // digits of the number it stands for

  /// False, when `text` is not d.dd…E+xx with two or more decimals and a positive exponent
  /// below 20.
  bool read(std::string_view text);
};

}  // namespace kouan::pii
