#pragma once

/// \file
/// The rows of an official table that are entries, with what merged and empty cells stand for, and
/// those that are none: titles, headings, notes.

#include <map>
#include <string>
#include <vector>

#include "official/import_map.hpp"
#include "sheet/table.hpp"

namespace kouan::official {

struct EntryRow {
  std::size_t row = 0;                // of the table, from 0
  std::map<Role, std::string> texts;  // what holds in the row; empty ones are absent
  std::string heading;                // of the section that the row stands in; may be empty

  std::string text(Role role) const;
};

struct TableRows {
  std::vector<std::string> columns;  // headings, word for word; empty: a column without one
  std::vector<EntryRow> entries;
  std::vector<std::size_t> others;  // rows of the table that are no entries, but hold text
};

/// Error: invalid_rule with place, for headings that are not there, text under no heading, and a
/// row that is neither an entry nor a heading.
Result<TableRows> read_rows(const sheet::Table& table, const ImportMap& map);

}  // namespace kouan::official
