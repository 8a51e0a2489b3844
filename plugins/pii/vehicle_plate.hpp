#pragma once

/// \file
/// Letters that GA 36-2018 puts on plates, and how a plate is written.

#include <string_view>

#include "pii/compact.hpp"

namespace kouan::pii {

/// A-Z without I and O, or a digit.
bool is_plate_character(char c);

/// Takes one of the province abbreviations (three bytes of UTF-8) off the front of `text`.
bool drop_province(std::string_view& text);

/// A plate upper-cased, without the dot, space or hyphen that may stand behind its letter. False,
/// when it has more than 16 bytes then.
bool compact_plate(std::string_view written, Compact<16>& plate);

}  // namespace kouan::pii
