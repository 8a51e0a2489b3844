#include "scan/nested_table.hpp"

#include <algorithm>

#include "input/csv_dialect.hpp"
#include "plugin/char_classes.hpp"
#include "scan/value_shape.hpp"

namespace kouan {
namespace {

constexpr std::size_t column_name_bytes_max = 32;

/// Names are short and say so; a line of prose with a comma in it is no header.
bool is_name(std::string_view cell) {
  const std::string_view name = trimmed(cell);
  return !name.empty() && name.size() <= column_name_bytes_max &&
         !looks_like_data(name, class_mask(name));
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

/// Cheap, and true of few texts that are no tables: a line of short names, and a second one with as
/// many delimiters at the least.
bool may_be_table(std::string_view text) {
  constexpr std::size_t header_bytes_max = 1'024;
  const std::string_view header = first_line(text.substr(0, header_bytes_max));
  if (header.size() == header_bytes_max) return false;
  const std::size_t next = text.find_first_not_of("\r\n", header.size());
  if (next == std::string_view::npos) return false;
  const std::string_view row = first_line(text.substr(next));
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const auto parts = [delimiter](std::string_view line) {
      return static_cast<std::size_t>(std::count(line.begin(), line.end(), delimiter)) + 1;
    };
    if (header.find(delimiter) == std::string_view::npos) continue;
    const std::size_t columns = parts(header);
    if (header.size() <= columns * (column_name_bytes_max + 1) && columns <= parts(row))
      return true;
  }
  return false;
}

}  // namespace

bool NestedTable::read(std::string_view text) {
  if (!may_be_table(text)) return false;
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
