#pragma once

/// \file
/// A table of text as an office writes it: rows of cells, some of them merged, each with its place.
///
/// Cells are text, word for word: nothing is trimmed, folded or parsed. Rows and columns count from
/// 0 here; places and names ("C5") count from 1. Limits: table_bytes_max, table_unpacked_bytes_max,
/// table_rows_max, table_columns_max, table_cells_max; reaching one is an Error.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

namespace kouan::sheet {

struct Cell {
  std::string text;
  std::uint32_t line = 0, column = 0;  // from 1; csv: in the text, xlsx: in the sheet
};

/// A block of cells shown as one; its text stands in the first of them. Both ends belong to it.
struct Merge {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  bool operator==(const Merge&) const = default;
};

struct Table {
  std::string file;
  std::string sheet;  // empty: the file has no sheets
  std::vector<std::vector<Cell>> rows;
  std::vector<Merge> merges;

  std::string_view text(std::size_t row, std::size_t column) const;
  /// Empty cells at the ends of rows, and such rows at the end, say nothing.
  void trim();
  /// Where a cell is, for an Error.
  Origin place(std::size_t row, std::size_t column) const;
};

/// "C5", for row 4 and column 2.
std::string cell_name(std::size_t row, std::size_t column);
/// "A3:A5"
std::string merge_name(const Merge& merge);
/// False: that is no name of a block.
bool parse_merge(std::string_view name, Merge& merge);

/// Do both hold the same texts and merges? Places do not matter, nor empty cells at the ends.
bool same_table(Table a, Table b);

/// A table from the bytes of a file, xlsx by its first bytes, else text with delimiters in UTF-8
/// or GB18030. `wanted`: the sheet; empty: the first one. Error: invalid_rule with place for what
/// is broken, holds a formula, or has no such sheet; limit_exceeded.
Result<Table> read_table(std::string_view bytes, const std::string& file,
                         const std::string& wanted = {});

/// Text with commas, CRLF and a byte order mark, as office programs read it. Merges are not in it.
/// Error: invalid_rule, for a cell that a reader would take for a formula.
Result<std::string> write_csv(const Table& table);
/// The same bytes for the same table. Error: io.
Result<std::string> write_xlsx(const Table& table);

}  // namespace kouan::sheet
