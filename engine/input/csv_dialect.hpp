#pragma once

/// \file
/// How a text writes its table: encoding, delimiter, line ends, and whether the first row names the
/// columns. Decided once, from the head of the file.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/transcoded_stream.hpp"

namespace kouan::input {

struct CsvDialect {
  char delimiter = '\0';  // '\0': one cell a row
  char line_end = '\n';   // '\r' in files that have no '\n'; "\r\n" counts as '\n'
};

/// UTF-8 if the head is strictly that, GB18030 otherwise, for the whole file.
Encoding sniff_encoding(std::string_view head);

/// The delimiter among , ; tab | that gives most rows the same number of cells, at least two.
/// `head` is UTF-8; its last row may be cut unless `whole`.
CsvDialect sniff_dialect(std::string_view head, bool whole);

/// Whether a first row names columns: no cell holds six digits in a row or an '@', and less than
/// half are empty or numbers and dates.
bool is_header(std::span<const std::string_view> cells);

/// Distinct names for the columns: an empty one becomes `column_N` (from 1), a repeated one gets
/// the suffix `_2`, `_3`, ...
std::vector<std::string> column_names(std::span<const std::string_view> cells);

std::string positional_name(std::size_t column);  // 0 -> "column_1"

/// Where the row that begins at `begin` ends: the position of its line end, or npos if `text` does
/// not hold it. `open_quote` tells that a quote was still open there.
std::size_t row_end(std::string_view text, std::size_t begin, const CsvDialect& dialect,
                    bool& open_quote);

/// Cuts a row without its line end. A cell with doubled quotes is written to `scratch`, which must
/// have room for the row: it is not reallocated. A quote inside an unquoted cell stands for itself;
/// text behind a closing quote belongs to the cell.
void split_row(std::string_view row, char delimiter, std::string& scratch,
               std::vector<std::string_view>& cells);

}  // namespace kouan::input
