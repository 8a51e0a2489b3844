#pragma once

/// \file
/// The readers behind read_table(), and what they share. Errors: as there.

#include <string>
#include <string_view>

#include "sheet/table.hpp"

namespace kouan::sheet {

Result<Table> read_csv(std::string_view bytes, const std::string& file);
Result<Table> read_xlsx(std::string_view bytes, const std::string& file, const std::string& wanted);

/// More rows or cells than the limits allow.
Sentence too_large();

/// False: that is no name of a cell, such as "C5".
bool parse_cell_name(std::string_view name, std::size_t& row, std::size_t& column);

}  // namespace kouan::sheet
