#pragma once

/// \file
/// How many terminal columns a text takes, for tables. Text must have passed escape_terminal().
/// Nothing fails. [any thread]
/// Source: Unicode 15, UAX 11 (East Asian Width); ambiguous characters count as narrow.

#include <cstddef>
#include <string>
#include <string_view>

namespace kouan::text {

enum class Align : unsigned char { left, right };

/// Columns: 2 for wide and full-width characters, 0 for combining and invisible ones, else 1.
std::size_t display_width(std::string_view text) noexcept;

/// Fills up with spaces to `columns`; longer text stays as it is.
std::string pad(std::string_view text, std::size_t columns, Align align = Align::left);

/// Cuts to at most `columns`, the cut shown as `…` at the end.
std::string truncate_end(std::string_view text, std::size_t columns);
/// The same with the cut in the middle: of a path, both ends matter.
std::string truncate_middle(std::string_view text, std::size_t columns);

}  // namespace kouan::text
