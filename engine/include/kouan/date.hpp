#pragma once

/// \file
/// Calendar days. The law counts in days and years of UTC+8; nothing here knows a clock.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kouan {

/// A day of the proleptic Gregorian calendar.
using Date = std::chrono::sys_days;

/// 2026-11-23. nullopt: not such a text, or no such day.
std::optional<Date> parse_date(std::string_view text);

/// yyyymmdd, e.g. 19900101. nullopt: no such day.
std::optional<Date> date_of_digits(std::uint32_t yyyymmdd);

/// 2026-11-23
std::string to_text(Date date);

/// Today in UTC+8, the day that Chinese law means. Reads the clock.
Date today_in_china();

/// The same day `years` later; 29 February becomes 1 March where there is none, so that a person
/// born on it turns N on the day after the 28th.
Date years_later(Date date, int years);

}  // namespace kouan
