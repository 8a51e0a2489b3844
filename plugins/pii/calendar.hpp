#pragma once

/// \file
/// Dates of the Gregorian calendar. The clock is never asked: the same value must give the same
/// answer tomorrow, so whether a date lies in the future is for those who know the day.

#include <cstdint>
#include <string_view>

namespace kouan::pii {

inline constexpr unsigned year_min = 1900;  // first year that a living person's papers may state
inline constexpr unsigned year_max = 2099;  // last year of the century that identifiers encode

/// yyyymmdd when the day exists and its year lies within the bounds above, else 0.
std::uint32_t date_of(unsigned year, unsigned month, unsigned day);

/// The same of eight digits yyyymmdd; 0 for any other text.
std::uint32_t date_of(std::string_view text);

}  // namespace kouan::pii
