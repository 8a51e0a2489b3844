#pragma once

/// \file
/// Appending small things to a buffer without a stream in between: a gigabyte of records is made of
/// a billion of them.

#include <cstdint>
#include <string>
#include <string_view>

namespace kouan::samples {

void append_number(std::string& out, std::int64_t value);

/// `value` in at least `width` digits, zeros in front.
void append_padded(std::string& out, std::uint64_t value, unsigned width);

/// `scaled` / 10^decimals as a decimal fraction: (12345, 2) is 123.45.
void append_decimal(std::string& out, std::int64_t scaled, unsigned decimals);

/// "2026-03-09"; the separator may be empty.
struct Date {
  unsigned year = 2026;
  unsigned month = 1;
  unsigned day = 1;
};
void append_date(std::string& out, Date date, std::string_view separator = "-");

/// "09:05:00"
void append_time(std::string& out, std::uint64_t second_of_day);

/// ASCII digits, letters and marks as their full-width forms (U+FF01 and on), in UTF-8.
std::string full_width(std::string_view ascii);

/// One field of a CSV row: quoted if it has to be, followed by nothing.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace kouan::samples
