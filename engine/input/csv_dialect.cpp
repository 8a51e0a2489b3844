#include "input/csv_dialect.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "input/utf8_check.hpp"

namespace kouan::input {
namespace {

constexpr std::string_view delimiters = ",\t;|";
constexpr std::size_t id_digits_min = 6;  // more digits in a row than a column name has

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_value_marks(std::string_view cell) {
  if (cell.find('@') != std::string_view::npos) return true;
  std::size_t run = 0;
  for (const char c : cell) {
    run = is_digit(c) ? run + 1 : 0;
    if (run >= id_digits_min) return true;
  }
  return false;
}

/// Empty, a number or a date.
bool is_weak_value(std::string_view cell) {
  return cell.find_first_not_of("0123456789.,+-:/ TZ%") == std::string_view::npos;
}

/// How well a delimiter fits: rows that have as many cells as most rows have.
struct Fit {
  std::size_t rows = 0;
  std::size_t rows_alike = 0;
  std::size_t cells = 0;  // of most rows
};

Fit fit_of(std::string_view head, bool whole, const CsvDialect& dialect) {
  std::map<std::size_t, std::size_t> rows_by_cells;
  std::vector<std::string_view> cells;
  std::string scratch;
  scratch.reserve(head.size());
  Fit fit;
  for (std::size_t begin = 0; begin < head.size();) {
    bool open_quote = false;
    std::size_t end = row_end(head, begin, dialect, open_quote);
    if (end == std::string_view::npos) {
      if (!whole && fit.rows > 0) break;
      end = head.size();
    }
    std::string_view row = head.substr(begin, end - begin);
    begin = end + 1;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty()) continue;
    split_row(row, dialect.delimiter, scratch, cells);
    ++fit.rows;
    ++rows_by_cells[cells.size()];
  }
  for (const auto& [count, rows] : rows_by_cells) {
    if (rows >= fit.rows_alike) fit = {fit.rows, rows, count};
  }
  return fit;
}

/// Past the closing quote; npos if the quote stays open. `quote` is where it opens.
std::size_t closing_quote_end(std::string_view text, std::size_t quote) {
  std::size_t at = quote + 1;
  while (true) {
    at = text.find('"', at);
    if (at == std::string_view::npos) return at;
    if (at + 1 >= text.size() || text[at + 1] != '"') return at + 1;
    at += 2;
  }
}

std::size_t find_or_end(std::string_view text, char c, std::size_t at) {
  return std::min(text.find(c, at), text.size());
}

/// A cell that begins with a quote at `begin`; sets `end` to the delimiter behind it or the end.
std::string_view quoted_cell(std::string_view row, std::size_t begin, char delimiter,
                             std::string& scratch, std::size_t& end) {
  const std::size_t closed = std::min(closing_quote_end(row, begin), row.size() + 1);
  end = closed > row.size() ? row.size() : find_or_end(row, delimiter, closed);
  if (delimiter == '\0') end = row.size();
  const std::string_view inner = row.substr(begin + 1, closed - begin - 2);
  if (end <= closed && inner.find('"') == std::string_view::npos) return inner;
  const std::size_t start = scratch.size();
  for (std::size_t i = 0; i < inner.size(); ++i) {
    scratch.push_back(inner[i]);
    if (inner[i] == '"') ++i;
  }
  if (end > closed) scratch.append(row.substr(closed, end - closed));
  return std::string_view(scratch).substr(start);
}

}  // namespace

Encoding sniff_encoding(std::string_view head) {
  return is_utf8_head(head) ? Encoding::utf8 : Encoding::gb18030;
}

CsvDialect sniff_dialect(std::string_view head, bool whole) {
  CsvDialect best;
  const bool only_cr = head.find('\n') == std::string_view::npos;
  if (only_cr && head.find('\r') != std::string_view::npos) best.line_end = '\r';
  Fit best_fit;
  for (const char delimiter : delimiters) {
    const CsvDialect dialect{delimiter, best.line_end};
    const Fit fit = fit_of(head, whole, dialect);
    if (fit.cells < 2 || fit.rows_alike * 2 < fit.rows) continue;
    const bool better = fit.rows_alike > best_fit.rows_alike ||
                        (fit.rows_alike == best_fit.rows_alike && fit.cells > best_fit.cells);
    if (!better) continue;
    best = dialect;
    best_fit = fit;
  }
  return best;
}

bool is_header(std::span<const std::string_view> cells) {
  if (std::ranges::any_of(cells, has_value_marks)) return false;
  const auto weak = static_cast<std::size_t>(std::ranges::count_if(cells, is_weak_value));
  return weak * 2 < cells.size();
}

std::string positional_name(std::size_t column) {
  return "column_" + std::to_string(column + 1);
}

std::vector<std::string> column_names(std::span<const std::string_view> cells) {
  // A suffix must not run into a name that a later column has from the start.
  std::set<std::string, std::less<>> taken(cells.begin(), cells.end());
  std::set<std::string, std::less<>> used;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string name = cells[i].empty() ? positional_name(i) : std::string(cells[i]);
    const std::string stem = name;
    const bool repeated = used.contains(name) || (cells[i].empty() && taken.contains(name));
    for (std::size_t n = 2; repeated && (used.contains(name) || taken.contains(name)); ++n) {
      name = stem + "_" + std::to_string(n);
    }
    used.insert(name);
    names.push_back(std::move(name));
  }
  return names;
}

std::size_t row_end(std::string_view text, std::size_t begin, const CsvDialect& dialect,
                    bool& open_quote) {
  open_quote = false;
  std::size_t line_end = text.find(dialect.line_end, begin);
  std::size_t at = begin;
  while (true) {
    const std::size_t quote = text.substr(0, line_end).find('"', at);
    if (quote == std::string_view::npos) return line_end;
    const bool opens =
        quote == begin || (dialect.delimiter != '\0' && text[quote - 1] == dialect.delimiter);
    at = quote + 1;
    if (!opens) continue;
    at = closing_quote_end(text, quote);
    // At the end of `text` the quote may be the first half of a doubled one.
    open_quote = at == std::string_view::npos;
    if (open_quote) return at;
    if (at > line_end) line_end = text.find(dialect.line_end, at);
  }
}

void split_row(std::string_view row, char delimiter, std::string& scratch,
               std::vector<std::string_view>& cells) {
  cells.clear();
  scratch.clear();
  std::size_t begin = 0;
  while (true) {
    std::size_t end = row.size();
    if (begin < row.size() && row[begin] == '"') {
      cells.push_back(quoted_cell(row, begin, delimiter, scratch, end));
    } else {
      if (delimiter != '\0') end = find_or_end(row, delimiter, begin);
      cells.push_back(row.substr(begin, end - begin));
    }
    if (end >= row.size()) return;
    begin = end + 1;
  }
}

}  // namespace kouan::input
