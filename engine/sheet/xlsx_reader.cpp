// Reads one sheet of an xlsx file (ECMA-376, part 1, 18) by libzip and expat. Document types are
// refused, so that no entity, inside or outside of the file, is ever resolved.

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <expat.h>
#include <kouan/limits.hpp>

#include "sheet/formats.hpp"
#include "sheet/zip_archive.hpp"
#include "text/utf8.hpp"

namespace kouan::sheet {
namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// "t" of "http://...main|t" or of "x:t".
std::string_view local_name(std::string_view name) {
  const std::size_t mark = name.rfind('|');
  return mark == std::string_view::npos ? name : name.substr(mark + 1);
}

/// Callbacks of one XML text; `refusal` stops the reading.
struct XmlVisitor {
  std::function<void(std::string_view, const Attributes&)> on_start;
  std::function<void(std::string_view)> on_end;
  std::function<void(std::string_view)> on_text;
  std::optional<Error> refusal;
  XML_Parser parser = nullptr;

  void refuse(ErrorCode code, Sentence message, Origin origin) {
    if (refusal) return;
    refusal = Error{code, std::move(message.en), std::move(origin), std::move(message.zh)};
    XML_StopParser(parser, XML_FALSE);
  }
};

XmlVisitor& visitor_of(void* user) {
  return *static_cast<XmlVisitor*>(user);
}

void start_element(void* user, const XML_Char* name, const XML_Char** pairs) {
  XmlVisitor& visitor = visitor_of(user);
  if (visitor.refusal || !visitor.on_start) return;
  Attributes attributes;
  for (; *pairs != nullptr; pairs += 2) {
    attributes.emplace(local_name(pairs[0]), pairs[1]);
  }
  visitor.on_start(local_name(name), attributes);
}

void end_element(void* user, const XML_Char* name) {
  XmlVisitor& visitor = visitor_of(user);
  if (!visitor.refusal && visitor.on_end) visitor.on_end(local_name(name));
}

void take_text(void* user, const XML_Char* text, int size) {
  XmlVisitor& visitor = visitor_of(user);
  if (!visitor.refusal && visitor.on_text) visitor.on_text({text, static_cast<std::size_t>(size)});
}

void refuse_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  visitor_of(user).refuse(ErrorCode::invalid_rule,
                          {"表格内不应有文档类型声明（DOCTYPE），实有",
                           "expected a sheet without a document type, found one"},
                          {});
}

Result<void> walk_xml(const std::string& xml, const std::string& part, const std::string& file,
                      XmlVisitor& visitor) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(
      XML_ParserCreateNS("UTF-8", '|'), XML_ParserFree);
  visitor.parser = parser.get();
  XML_SetUserData(parser.get(), &visitor);
  XML_SetElementHandler(parser.get(), start_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), take_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), refuse_doctype);
  // What is read is bounded by table_unpacked_bytes_max, which fits an int.
  const auto status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  Origin origin;
  origin.file = file;
  if (visitor.refusal) {
    if (visitor.refusal->origin.file.empty()) visitor.refusal->origin.file = file;
    return tl::unexpected<Error>(*visitor.refusal);
  }
  if (status == XML_STATUS_OK) return {};
  const std::string line = std::to_string(XML_GetCurrentLineNumber(parser.get()));
  const std::string reason = XML_ErrorString(XML_GetErrorCode(parser.get()));
  return fail(ErrorCode::invalid_rule,
              Sentence{part + " 应为 XML，其第 " + line + " 行有误：" + reason,
                       "expected XML in " + part + ", found at its line " + line + ": " + reason},
              origin);
}

std::string value_of(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

bool parse_number(std::string_view text, std::size_t& number) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && stop == text.data() + text.size();
}

/// "_x000D_" stands for a character that XML cannot hold (18.17, ST_Xstring).
std::string decoded(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    unsigned value = 0;
    const bool marks =
        text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_';
    const auto [stop, error] = std::from_chars(text.data() + at + (marks ? 2 : 0),
                                               text.data() + at + (marks ? 6 : 0), value, 16);
    if (!marks || error != std::errc{} || stop != text.data() + at + 6) {
      out += text[at++];
      continue;
    }
    text::append(out, value);
    at += 7;
  }
  std::erase(out, '\r');
  return out;
}

/// The strings that cells share. Phonetic hints (rPh) are no part of the text.
Result<std::vector<std::string>> read_strings(const std::string& xml, const std::string& file) {
  std::vector<std::string> strings;
  std::string text;
  bool in_text = false;
  int hints = 0;
  XmlVisitor visitor;
  visitor.on_start = [&](std::string_view name, const Attributes&) {
    if (name == "si") text.clear();
    if (name == "rPh") ++hints;
    in_text = name == "t" && hints == 0;
  };
  visitor.on_end = [&](std::string_view name) {
    if (name == "si") strings.push_back(decoded(text));
    if (name == "rPh") --hints;
    if (name == "t") in_text = false;
  };
  visitor.on_text = [&](std::string_view part) {
    if (in_text) text += part;
  };
  if (auto walked = walk_xml(xml, "sharedStrings.xml", file, visitor); !walked) {
    return tl::unexpected<Error>(std::move(walked.error()));
  }
  return strings;
}

/// Does a number format show a day or time? Built-in ones by number (18.8.30), others by letters.
bool shows_date(std::size_t id, const std::string& code) {
  if (code.empty())
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  bool quoted = false;
  for (const char c : code) {
    if (c == '"') quoted = !quoted;
    if (!quoted && std::string_view("ymdhYMDH").find(c) != std::string_view::npos) return true;
  }
  return false;
}

/// For each cell style: is a number in it a date?
Result<std::vector<bool>> read_styles(const std::string& xml, const std::string& file) {
  std::map<std::size_t, std::string> codes;
  std::vector<bool> dates;
  bool in_cell_styles = false;
  XmlVisitor visitor;
  visitor.on_start = [&](std::string_view name, const Attributes& attributes) {
    std::size_t id = 0;
    parse_number(value_of(attributes, "numFmtId"), id);
    if (name == "numFmt") codes[id] = value_of(attributes, "formatCode");
    if (name == "cellXfs") in_cell_styles = true;
    if (name == "xf" && in_cell_styles) dates.push_back(shows_date(id, codes[id]));
  };
  visitor.on_end = [&](std::string_view name) {
    if (name == "cellXfs") in_cell_styles = false;
  };
  if (auto walked = walk_xml(xml, "styles.xml", file, visitor); !walked) {
    return tl::unexpected<Error>(std::move(walked.error()));
  }
  return dates;
}

struct SheetPart {
  std::string name, part;
};

Result<SheetPart> find_sheet(ZipArchive& archive, const std::string& file,
                             const std::string& wanted) {
  KOUAN_TRY(const std::string workbook, archive.read("xl/workbook.xml"));
  KOUAN_TRY(const std::string relations, archive.read("xl/_rels/workbook.xml.rels"));
  std::vector<std::pair<std::string, std::string>> sheets;  // name, id of the relation
  XmlVisitor sheet_visitor;
  sheet_visitor.on_start = [&](std::string_view name, const Attributes& attributes) {
    if (name == "sheet")
      sheets.emplace_back(value_of(attributes, "name"), value_of(attributes, "id"));
  };
  if (auto walked = walk_xml(workbook, "workbook.xml", file, sheet_visitor); !walked) {
    return tl::unexpected<Error>(std::move(walked.error()));
  }
  std::map<std::string, std::string> targets;
  XmlVisitor target_visitor;
  target_visitor.on_start = [&](std::string_view name, const Attributes& attributes) {
    if (name == "Relationship")
      targets[value_of(attributes, "Id")] = value_of(attributes, "Target");
  };
  if (auto walked = walk_xml(relations, "workbook.xml.rels", file, target_visitor); !walked) {
    return tl::unexpected<Error>(std::move(walked.error()));
  }
  std::string names;
  for (const auto& [name, id] : sheets) {
    names += (names.empty() ? "" : ", ") + name;
    if (!wanted.empty() && name != wanted) continue;
    const std::string target = targets[id];
    return SheetPart{name, target.starts_with('/') ? target.substr(1) : "xl/" + target};
  }
  Origin origin;
  origin.file = file;
  return fail(ErrorCode::invalid_rule,
              Sentence{"应有工作表“" + wanted + "”，实有：" + (names.empty() ? "无" : names),
                       "expected the sheet '" + wanted +
                           "', found only: " + (names.empty() ? "none" : names)},
              origin);
}

Sentence text_words() {
  return {"文字", "text"};
}

class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& strings, const std::vector<bool>& dates, Table& table)
      : strings_(strings), dates_(dates), table_(table) {}

  Result<void> read(const std::string& xml) {
    visitor_.on_start = [this](std::string_view name, const Attributes& attributes) {
      start(name, attributes);
    };
    visitor_.on_end = [this](std::string_view name) { end(name); };
    visitor_.on_text = [this](std::string_view text) {
      if (in_text_) text_ += text;
    };
    return walk_xml(xml, "the sheet", table_.file, visitor_);
  }

 private:
  void refuse(ErrorCode code, const Sentence& expected, const Sentence& found) {
    const std::string cell = table_.sheet + "!" + cell_name(row_, column_);
    visitor_.refuse(code,
                    {cell + " 应为" + expected.zh + "，实为" + found.zh,
                     "expected " + expected.en + " in " + cell + ", found " + found.en},
                    table_.place(row_, column_));
  }

  void start(std::string_view name, const Attributes& attributes) {
    if (name == "row") {
      std::size_t number = 0;
      row_ = parse_number(value_of(attributes, "r"), number) && number > 0 ? number - 1 : next_row_;
      next_row_ = row_ + 1;
      next_column_ = 0;
    } else if (name == "c") {
      start_cell(attributes);
    } else if (name == "f") {
      refuse(ErrorCode::invalid_rule, text_words(),
             {"公式，请改为粘贴其值", "a formula: paste its value instead"});
    } else if (name == "rPh") {
      ++hints_;
    } else if (name == "v" || (name == "t" && in_inline_ && hints_ == 0)) {
      in_text_ = true;
    } else if (name == "is") {
      in_inline_ = true;
    } else if (name == "mergeCell") {
      Merge merge;
      if (parse_merge(value_of(attributes, "ref"), merge)) {
        table_.merges.push_back(merge);
      } else {
        const std::string block = value_of(attributes, "ref");
        refuse(ErrorCode::invalid_rule,
               {"表格限度内的合并单元格", "merged cells within the limits of a table"},
               {"“" + block + "”", "'" + block + "'"});
      }
    }
  }

  void start_cell(const Attributes& attributes) {
    const std::string reference = value_of(attributes, "r");
    column_ = next_column_;
    if (!reference.empty()) parse_cell_name(reference, row_, column_);
    next_column_ = column_ + 1;
    type_ = value_of(attributes, "t");
    std::size_t style = 0;
    parse_number(value_of(attributes, "s"), style);
    is_date_ = type_.empty() && style < dates_.size() && dates_[style];
    text_.clear();
  }

  void end(std::string_view name) {
    if (name == "v" || name == "t") in_text_ = false;
    if (name == "is") in_inline_ = false;
    if (name == "rPh") --hints_;
    if (name == "c" && !text_.empty()) end_cell();
  }

  void end_cell() {
    if (row_ >= limits::table_rows_max || column_ >= limits::table_columns_max ||
        ++cells_ > limits::table_cells_max) {
      const std::string rows = std::to_string(limits::table_rows_max);
      const std::string cells = std::to_string(limits::table_columns_max);
      return refuse(ErrorCode::limit_exceeded,
                    {"不超过 " + rows + " 行、每行 " + cells + " 个单元格",
                     "at most " + rows + " rows of " + cells + " cells"},
                    {"超出限度的单元格", "one beyond them"});
    }
    if (type_ == "e")
      return refuse(ErrorCode::invalid_rule, text_words(), {"错误值", "an error value"});
    if (is_date_) {
      return refuse(ErrorCode::invalid_rule, text_words(),
                    {"日期，请将单元格设为文本格式", "a date: format the cell as text"});
    }
    if (type_ == "s") {
      std::size_t index = 0;
      if (!parse_number(text_, index) || index >= strings_.size()) {
        return refuse(ErrorCode::invalid_rule, {"文件所含文字的序号", "a text that the file holds"},
                      {"其他数字", "another number"});
      }
      text_ = strings_[index];
    } else {
      text_ = decoded(text_);
    }
    put(std::move(text_));
    text_.clear();
  }

  void put(std::string text) {
    if (table_.rows.size() <= row_) table_.rows.resize(row_ + 1);
    auto& cells = table_.rows[row_];
    while (cells.size() <= column_) {
      cells.push_back(
          {{}, static_cast<std::uint32_t>(row_ + 1), static_cast<std::uint32_t>(cells.size() + 1)});
    }
    cells[column_].text = std::move(text);
  }

  const std::vector<std::string>& strings_;
  const std::vector<bool>& dates_;
  Table& table_;
  XmlVisitor visitor_;
  std::size_t row_ = 0, column_ = 0, next_row_ = 0, next_column_ = 0, cells_ = 0;
  std::string type_, text_;
  bool is_date_ = false, in_text_ = false, in_inline_ = false;
  int hints_ = 0;
};

}  // namespace

Result<Table> read_xlsx(std::string_view bytes, const std::string& file,
                        const std::string& wanted) {
  KOUAN_TRY(ZipArchive archive, ZipArchive::open(bytes, file));
  KOUAN_TRY(const SheetPart sheet, find_sheet(archive, file, wanted));
  std::vector<std::string> strings;
  if (archive.has("xl/sharedStrings.xml")) {
    KOUAN_TRY(const std::string xml, archive.read("xl/sharedStrings.xml"));
    KOUAN_TRY(strings, read_strings(xml, file));
  }
  std::vector<bool> dates;
  if (archive.has("xl/styles.xml")) {
    KOUAN_TRY(const std::string xml, archive.read("xl/styles.xml"));
    KOUAN_TRY(dates, read_styles(xml, file));
  }
  KOUAN_TRY(const std::string xml, archive.read(sheet.part));
  Table table;
  table.file = file;
  table.sheet = sheet.name;
  if (auto read = SheetReader(strings, dates, table).read(xml); !read) {
    return tl::unexpected<Error>(std::move(read.error()));
  }
  table.trim();
  return table;
}

}  // namespace kouan::sheet
