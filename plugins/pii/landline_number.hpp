#pragma once

/// \file
/// Fixed-line numbers of the mainland: area code, seven or eight digits, extension.

#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

struct LandlineNumber {
  Compact<19> digits;  // area code and number without separators; "-" and the extension behind
  bool is_separated = false;  // the area code stands apart, by a hyphen or in brackets

  /// False, when `written` is no such number.
  bool read(std::string_view written);
};

}  // namespace kouan::pii
