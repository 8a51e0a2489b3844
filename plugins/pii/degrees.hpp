#pragma once

/// \file
/// Degrees of longitude and latitude as people and programs write them.

#include <cstddef>
#include <string_view>

namespace kouan::pii {

inline constexpr double longitude_max = 180;  // degrees
inline constexpr double latitude_max = 90;

/// Reads a decimal number (sign, digits, point, decimals) off the front of `text`. False, when
/// there are more than three digits before the point or fewer than `decimals_min` behind it.
bool take_decimal(std::string_view& text, std::size_t decimals_min, double& degrees);

/// An angle in degrees, minutes and seconds with its direction, off the front of `text`:
/// 39°54'20"N, N39°54'20", 北纬39度54分20秒. `is_latitude` says which of the two it is.
bool take_angle(std::string_view& text, bool& is_latitude);

/// Whether two numbers are a longitude and a latitude in one order or the other.
bool is_position(double first, double second);

/// Takes white space off the front of `text`.
void drop_spaces(std::string_view& text);

}  // namespace kouan::pii
