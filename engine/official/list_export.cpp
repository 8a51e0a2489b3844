#include <algorithm>
#include <charconv>

#include <kouan/limits.hpp>

#include "official/list_import.hpp"

namespace kouan::official {
namespace {

tl::unexpected<Error> refused(const YamlNode& at, const std::string& file, Sentence message) {
  return fail(ErrorCode::invalid_rule, std::move(message), origin_of(at, file));
}

class TableBuilder {
 public:
  TableBuilder(const YamlNode& list, const std::string& file) : list_(list), file_(file) {
    table_.file = file;
  }

  Result<sheet::Table> run() {
    const YamlNode* const origin = list_.find("table");
    if (origin == nullptr) {
      return refused(list_, file_,
                     {"应为导入所得、带有表格的清单，实为其他清单",
                      "expected a list with its table, found one that was not imported"});
    }
    if (const YamlNode* const sheet = origin->find("sheet")) table_.sheet = sheet->text;
    for (const YamlNode& one : origin->find("columns")->items) columns_.push_back(one.text);
    for (const YamlNode& one : origin->find("rows")->items) {
      KOUAN_TRY(auto* const row, row_of(one));
      for (const YamlNode& cell : one.find("cells")->items) row->push_back({cell.text, 0, 0});
    }
    if (const YamlNode* const merged = origin->find("merged")) {
      for (const YamlNode& one : merged->items) {
        sheet::Merge merge;
        if (!sheet::parse_merge(one.text, merge)) {
          return refused(one, file_,
                         {"应为合并单元格，如 A3:A5，实为“" + one.text + "”",
                          "expected merged cells such as A3:A5, found '" + one.text + "'"});
        }
        table_.merges.push_back(merge);
      }
    }
    if (const YamlNode* const entries = list_.find("entries")) {
      for (const YamlNode& entry : entries->items) {
        if (auto added = add_entry(entry); !added) return tl::unexpected<Error>(added.error());
      }
    }
    return std::move(table_);
  }

 private:
  Result<std::vector<sheet::Cell>*> row_of(const YamlNode& node) {
    const YamlNode& number = *node.find("row");
    std::size_t row = 0;
    std::from_chars(number.text.data(), number.text.data() + number.text.size(), row);
    if (row == 0 || row > limits::table_rows_max) {
      return refused(number, file_,
                     {"应为行号，实为“" + number.text + "”",
                      "expected the number of a row, found '" + number.text + "'"});
    }
    if (table_.rows.size() < row) table_.rows.resize(row);
    auto& cells = table_.rows[row - 1];
    if (!cells.empty()) {
      return refused(number, file_,
                     {"每个行号应只出现一次，" + number.text + " 重复",
                      "expected each row once, found " + number.text + " again"});
    }
    return &cells;
  }

  Result<void> add_entry(const YamlNode& entry) {
    const YamlNode* const official = entry.find("official");
    if (official == nullptr || official->find("cells") == nullptr) return {};
    KOUAN_TRY(auto* const row, row_of(*official));
    for (const YamlMember& one : official->find("cells")->members) {
      const auto column = std::ranges::find(columns_, one.key.text) - columns_.begin();
      if (static_cast<std::size_t>(column) == columns_.size()) {
        return refused(one.key, file_,
                       {"应为表格的列标题，实为“" + one.key.text + "”",
                        "expected a heading of the table, found '" + one.key.text + "'"});
      }
      if (row->size() <= static_cast<std::size_t>(column)) {
        row->resize(static_cast<std::size_t>(column) + 1);
      }
      (*row)[static_cast<std::size_t>(column)].text = one.value.text;
    }
    return {};
  }

  const YamlNode& list_;
  const std::string& file_;
  sheet::Table table_;
  std::vector<std::string> columns_;
};

}  // namespace

Result<sheet::Table> export_table(const YamlNode& list, const std::string& file) {
  return TableBuilder(list, file).run();
}

}  // namespace kouan::official
