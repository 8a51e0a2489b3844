#include "sheet/table.hpp"

#include <algorithm>
#include <charconv>

#include <kouan/limits.hpp>

#include "sheet/formats.hpp"

namespace kouan::sheet {
namespace {

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

}  // namespace

bool parse_cell_name(std::string_view name, std::size_t& row, std::size_t& column) {
  std::size_t letters = 0;
  std::size_t number = 0;
  while (letters < name.size() && letters < 4 && name[letters] >= 'A' && name[letters] <= 'Z') {
    number = number * 26 + static_cast<std::size_t>(name[letters++] - 'A' + 1);
  }
  std::size_t line = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + letters, end, line);
  if (letters == 0 || error != std::errc{} || stop != end || line == 0) return false;
  row = line - 1;
  column = number - 1;
  return true;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return column_name(column) + std::to_string(row + 1);
}

std::string merge_name(const Merge& merge) {
  return cell_name(merge.first_row, merge.first_column) + ":" +
         cell_name(merge.last_row, merge.last_column);
}

bool parse_merge(std::string_view name, Merge& merge) {
  const std::size_t colon = name.find(':');
  return colon != std::string_view::npos &&
         parse_cell_name(name.substr(0, colon), merge.first_row, merge.first_column) &&
         parse_cell_name(name.substr(colon + 1), merge.last_row, merge.last_column) &&
         merge.first_row <= merge.last_row && merge.first_column <= merge.last_column &&
         merge.last_row < limits::table_rows_max && merge.last_column < limits::table_columns_max;
}

std::string_view Table::text(std::size_t row, std::size_t column) const {
  if (row >= rows.size() || column >= rows[row].size()) return {};
  return rows[row][column].text;
}

void Table::trim() {
  for (auto& row : rows) {
    while (!row.empty() && row.back().text.empty()) row.pop_back();
  }
  while (!rows.empty() && rows.back().empty()) rows.pop_back();
}

Origin Table::place(std::size_t row, std::size_t column) const {
  Origin origin;
  origin.file = file;
  origin.line = static_cast<std::uint32_t>(row + 1);
  origin.column = static_cast<std::uint32_t>(column + 1);
  if (row < rows.size() && column < rows[row].size() && rows[row][column].line != 0) {
    origin.line = rows[row][column].line;
    origin.column = rows[row][column].column;
  }
  return origin;
}

bool same_table(Table a, Table b) {
  a.trim();
  b.trim();
  const auto names = [](const Table& table) {
    std::vector<std::string> all;
    for (const Merge& merge : table.merges) all.push_back(merge_name(merge));
    std::ranges::sort(all);
    return all;
  };
  return names(a) == names(b) &&
         std::ranges::equal(a.rows, b.rows, [](const auto& x, const auto& y) {
           return std::ranges::equal(x, y, {}, &Cell::text, &Cell::text);
         });
}

Sentence too_large() {
  const std::string rows = std::to_string(limits::table_rows_max);
  const std::string cells = std::to_string(limits::table_columns_max);
  return {"应不超过 " + rows + " 行、每行 " + cells + " 个单元格，实际更多",
          "expected at most " + rows + " rows of " + cells + " cells, found more"};
}

Result<Table> read_table(std::string_view bytes, const std::string& file,
                         const std::string& wanted) {
  Origin origin;
  origin.file = file;
  if (bytes.size() > limits::table_bytes_max) {
    return fail(ErrorCode::limit_exceeded,
                Sentence{"表格应不超过 " + std::to_string(limits::table_bytes_max) +
                             " 字节，实为 " + std::to_string(bytes.size()) + " 字节",
                         "expected a table of at most " + std::to_string(limits::table_bytes_max) +
                             " bytes, found " + std::to_string(bytes.size())},
                origin);
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return fail(ErrorCode::invalid_rule,
                Sentence{"应为 xlsx 或 csv，实为旧版或受保护的办公文件，请另存为 xlsx",
                         "expected xlsx or csv, found an old or a protected office file: save it "
                         "as xlsx"},
                origin);
  }
  if (bytes.starts_with("PK")) return read_xlsx(bytes, file, wanted);
  if (!wanted.empty()) {
    return fail(
        ErrorCode::invalid_rule,
        Sentence{"文件应有工作表“" + wanted + "”，实为没有工作表的文本",
                 "expected a file with the sheet '" + wanted + "', found text without sheets"},
        origin);
  }
  return read_csv(bytes, file);
}

}  // namespace kouan::sheet
