#include "official/table_rows.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "config/did_you_mean.hpp"
#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

using sheet::Merge;
using sheet::Table;

bool covers(const Merge& merge, std::size_t row, std::size_t column) {
  return row >= merge.first_row && row <= merge.last_row && column >= merge.first_column &&
         column <= merge.last_column;
}

constexpr std::size_t title_cells_max = 2;  // texts in a row of a title: its name, and a unit

class RowFinder {
 public:
  RowFinder(const Table& table, const ImportMap& map) : table_(table), map_(map) {}

  Result<TableRows> run() {
    KOUAN_TRY(header_, find_header());
    if (auto named = name_columns(); !named) return tl::unexpected<Error>(named.error());
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (row > header_) {
        if (auto added = add_row(row); !added) return tl::unexpected<Error>(added.error());
      } else if (holds_text(row)) {
        if (row < header_ && own_columns(row).size() > title_cells_max && !map_.header_row) {
          return rows_above(row);
        }
        rows_.others.push_back(row);
      }
    }
    if (rows_.entries.empty()) {
      return fail(
          ErrorCode::invalid_rule,
          Sentence{"表头之下应有条目，未见", "expected rows below the headings, found none"},
          table_.place(header_, 0));
    }
    return std::move(rows_);
  }

 private:
  std::size_t width() const {
    std::size_t most = 0;
    for (const auto& row : table_.rows) most = std::max(most, row.size());
    return most;
  }

  /// The text shown in a cell: its own, or that of the block it belongs to.
  std::string_view shown(std::size_t row, std::size_t column) const {
    const std::string_view own = table_.text(row, column);
    if (!own.empty()) return own;
    for (const Merge& merge : table_.merges) {
      if (covers(merge, row, column)) return table_.text(merge.first_row, merge.first_column);
    }
    return {};
  }

  std::vector<std::string> headings_of(std::size_t row) const {
    std::vector<std::string> headings;
    for (std::size_t column = 0; column < width(); ++column) {
      headings.push_back(without_blanks(shown(row, column)));
    }
    return headings;
  }

  Result<std::size_t> find_header() const {
    std::size_t best = 0;
    std::size_t most = 0;
    std::string missing = map_.columns.begin()->second;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (map_.header_row && row != *map_.header_row) continue;
      const auto headings = headings_of(row);
      std::size_t found = 0;
      std::string lacking;
      for (const auto& [role, heading] : map_.columns) {
        if (std::ranges::find(headings, heading) != headings.end()) {
          ++found;
        } else {
          lacking = heading;
        }
      }
      if (found == map_.columns.size()) return row;
      if (found >= most) {
        most = found;
        best = row;
        missing = lacking;
      }
    }
    const Sentence hint = did_you_mean_hints(missing, headings_of(best));
    return fail(ErrorCode::invalid_rule,
                Sentence{"应有含列标题“" + missing + "”的一行，未见" + hint.zh,
                         "expected a row with the heading '" + missing + "', found none" + hint.en},
                table_.place(best, 0));
  }

  /// Rows above the headings would be left out: either these are the wrong ones, or it is meant.
  tl::unexpected<Error> rows_above(std::size_t row) const {
    const std::string line = std::to_string(header_ + 1);
    return fail(ErrorCode::invalid_rule,
                Sentence{"表头应在此行之上，实在第 " + line +
                             " 行（确为表头时，在对照文件中写 header_row）",
                         "expected the headings above this row, found them in row " + line +
                             " (if they are, say header_row in the map)"},
                table_.place(row, 0));
  }

  Result<void> name_columns() {
    std::set<std::string> used;
    for (std::size_t column = 0; column < width(); ++column) {
      const std::string heading(shown(header_, column));
      const std::string name = without_blanks(heading);
      rows_.columns.push_back(heading);
      if (name.empty()) continue;
      if (!used.insert(name).second) {
        return fail(ErrorCode::invalid_rule,
                    Sentence{"每个列标题应只出现一次，“" + name + "”重复",
                             "expected each heading once, found '" + name + "' again"},
                    table_.place(header_, column));
      }
      for (const auto& [role, wanted] : map_.columns) {
        if (wanted == name) columns_.emplace(role, column);
      }
      if (std::ranges::find(map_.fill_down, name) != map_.fill_down.end()) fills_.insert(column);
    }
    for (const std::string& heading : map_.fill_down) {
      if (used.contains(heading)) continue;
      const Sentence hint =
          did_you_mean_hints(heading, std::vector<std::string>(used.begin(), used.end()));
      return fail(ErrorCode::invalid_rule,
                  Sentence{"fill_down 应为表格的列标题，实为“" + heading + "”" + hint.zh,
                           "expected a heading of the table in fill_down, found '" + heading + "'" +
                               hint.en},
                  origin_of(map_.file));
    }
    return {};
  }

  bool holds_text(std::size_t row) const {
    return std::ranges::any_of(table_.rows[row],
                               [](const sheet::Cell& cell) { return !cell.text.empty(); });
  }

  std::vector<std::size_t> own_columns(std::size_t row) const {
    std::vector<std::size_t> own;
    for (std::size_t column = 0; column < table_.rows[row].size(); ++column) {
      if (!table_.rows[row][column].text.empty()) own.push_back(column);
    }
    return own;
  }

  /// "清单!C5", or "C5" where there are no sheets.
  std::string cell_text(std::size_t row, std::size_t column) const {
    return (table_.sheet.empty() ? "" : table_.sheet + "!") + sheet::cell_name(row, column);
  }

  bool is_wide(std::size_t row, std::size_t column) const {
    return std::ranges::any_of(table_.merges, [&](const Merge& merge) {
      return covers(merge, row, column) && merge.last_column > merge.first_column;
    });
  }

  /// A row with a single text: a title of a section or a note, unless it stands where rows do.
  bool is_remark(std::size_t row, std::size_t column) const {
    if (is_wide(row, column)) return true;
    const std::u32string text = wide(table_.rows[row][column].text);
    for (const std::u32string_view front : {U"注", U"备注", U"说明", U"附注"}) {
      if (text.starts_with(front) && text.find_first_of(U":：") <= front.size() + 2) return true;
    }
    const auto number = columns_.find(Role::number);
    const bool is_number = std::ranges::all_of(trimmed(text), is_digit);
    return number != columns_.end() && number->second == column && !is_number;
  }

  bool is_header_again(std::size_t row) const { return headings_of(row) == headings_of(header_); }

  Result<void> add_row(std::size_t row) {
    const auto own = own_columns(row);
    if (own.empty()) return {};
    if (is_header_again(row)) {
      rows_.others.push_back(row);
      return {};
    }
    if (own.size() == 1 && is_remark(row, own[0])) {
      rows_.others.push_back(row);
      section_ = narrow(without_number(wide(table_.rows[row][own[0]].text)));
      return {};
    }
    for (const std::size_t column : own) {
      if (!without_blanks(rows_.columns[column]).empty()) continue;
      return fail(ErrorCode::invalid_rule,
                  Sentence{cell_text(row, column) + " 的文字上方应有列标题，未见",
                           "expected a heading over the text in " + cell_text(row, column) +
                               ", found none"},
                  table_.place(row, column));
    }
    return add_entry(row, own.front());
  }

  Result<void> add_entry(std::size_t row, std::size_t first) {
    fill(row);
    EntryRow entry;
    entry.row = row;
    entry.heading = section_;
    for (const auto& [role, column] : columns_) {
      std::string text(shown(row, column));
      if (text.empty() && fills_.contains(column)) text = above_[column];
      if (!text.empty()) entry.texts.emplace(role, std::move(text));
    }
    if (!entry.texts.contains(Role::category)) {
      return fail(
          ErrorCode::invalid_rule,
          Sentence{cell_text(row, first) + " 所在行应有数据类别，未见",
                   "expected a category in the row of " + cell_text(row, first) + ", found none"},
          table_.place(row, first));
    }
    rows_.entries.push_back(std::move(entry));
    return {};
  }

  /// A text of its own ends what the columns to its right took from above.
  void fill(std::size_t row) {
    bool anew = false;
    for (const std::size_t column : fills_) {
      const std::string text(shown(row, column));
      if (!text.empty()) {
        anew = anew || above_[column] != text;
        above_[column] = text;
      } else if (anew) {
        above_[column].clear();
      }
    }
  }

  const Table& table_;
  const ImportMap& map_;
  std::size_t header_ = 0;
  TableRows rows_;
  std::map<Role, std::size_t> columns_;
  std::set<std::size_t> fills_;
  std::map<std::size_t, std::string> above_;
  std::string section_;
};

}  // namespace

std::string EntryRow::text(Role role) const {
  const auto found = texts.find(role);
  return found == texts.end() ? std::string() : found->second;
}

Result<TableRows> read_rows(const sheet::Table& table, const ImportMap& map) {
  return RowFinder(table, map).run();
}

}  // namespace kouan::official
