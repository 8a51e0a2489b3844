#include "scan/nested_table.hpp"

#include <algorithm>

#include "input/csv_dialect.hpp"
#include "plugin/char_classes.hpp"
#include "scan/value_shape.hpp"

namespace kouan {
namespace {

/// Names are short and say so; a line of prose with a comma in it is no header.
bool is_name(std::string_view cell) {
  constexpr std::size_t name_bytes_max = 32;
  const std::string_view name = trimmed(cell);
  return !name.empty() && name.size() <= name_bytes_max && !looks_like_data(name, class_mask(name));
}

}  // namespace

bool NestedTable::read(std::string_view text) {
  const auto dialect = input::sniff_dialect(text, true);
  if (dialect.delimiter == '\0' || text.find(dialect.delimiter) > text.find(dialect.line_end)) {
    return false;
  }
  rows_.clear();
  for (std::size_t at = 0; at < text.size();) {
    bool open_quote = false;
    const std::size_t end = std::min(input::row_end(text, at, dialect, open_quote), text.size());
    std::string_view row = text.substr(at, end - at);
    if (row.ends_with('\r')) row.remove_suffix(1);
    at = end + 1;
    if (open_quote) return false;
    if (trimmed(row).empty()) continue;
    Row& cut = rows_.emplace_back();
    cut.scratch.reserve(row.size());
    input::split_row(row, dialect.delimiter, cut.scratch, cut.cells);
    if (cut.cells.size() != rows_.front().cells.size()) return false;
  }
  if (rows_.size() < 2 || !input::is_header(rows_.front().cells) ||
      !std::ranges::all_of(rows_.front().cells, is_name)) {
    return false;
  }
  header_ = input::column_names(rows_.front().cells);
  rows_.pop_front();
  return true;
}

}  // namespace kouan
