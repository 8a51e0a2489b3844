#include "report/text_table.hpp"

#include <algorithm>
#include <cassert>

namespace kouan::report {
namespace {

std::string fitted(const std::string& cell, const Column& column) {
  return column.cut == Cut::middle ? text::truncate_middle(cell, column.width_max)
                                   : text::truncate_end(cell, column.width_max);
}

void append_line(std::string& out, const std::vector<std::string>& cells,
                 const std::vector<Column>& columns, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (widths[i] == 0) continue;
    line += "  " + text::pad(fitted(cells[i], columns[i]), widths[i], columns[i].align);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

}  // namespace

std::string text_table(const std::vector<Column>& columns,
                       const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const auto& row : rows) {
    assert(row.size() == columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      widths[i] = std::max(widths[i], text::display_width(fitted(row[i], columns[i])));
    }
  }
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    titles.push_back(columns[i].title);
    if (widths[i] > 0) widths[i] = std::max(widths[i], text::display_width(columns[i].title));
  }
  std::string out;
  append_line(out, titles, columns, widths);
  for (const auto& row : rows) append_line(out, row, columns, widths);
  return out;
}

}  // namespace kouan::report
