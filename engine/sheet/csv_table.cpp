#include <algorithm>

#include <kouan/limits.hpp>

#include "input/csv_dialect.hpp"
#include "input/sniff.hpp"
#include "input/transcoded_stream.hpp"
#include "sheet/formats.hpp"
#include "text/utf8.hpp"

namespace kouan::sheet {
namespace {

constexpr std::string_view utf8_replacement = "\xEF\xBF\xBD";

/// Bytes that are in memory already.
class TextStream final : public input::ByteStream {
 public:
  explicit TextStream(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(std::span<std::byte> to) override {
    const std::size_t count = std::min(to.size(), bytes_.size());
    std::ranges::copy(std::as_bytes(std::span(bytes_.substr(0, count))), to.begin());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

Result<std::string> as_utf8(std::string_view bytes) {
  using input::Encoding;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const Encoding encoding = utf16                  ? Encoding::utf16
                            : text::is_utf8(bytes) ? Encoding::utf8
                                                   : Encoding::gb18030;
  KOUAN_TRY(const auto stream, input::to_utf8(std::make_unique<TextStream>(bytes), encoding));
  std::string out;
  std::vector<std::byte> buffer(std::size_t{64} * 1024);
  for (;;) {
    KOUAN_TRY(const std::size_t count, stream->read(buffer));
    if (count == 0) return out;
    out.append(reinterpret_cast<const char*>(buffer.data()), count);
  }
}

class CsvParser {
 public:
  CsvParser(std::string_view text, char delimiter, const std::string& file)
      : text_(text), delimiter_(delimiter) {
    table_.file = file;
  }

  Result<Table> run() {
    while (at_ < text_.size()) {
      if (auto row = read_row(); !row) return tl::unexpected<Error>(std::move(row.error()));
    }
    table_.trim();
    return std::move(table_);
  }

 private:
  tl::unexpected<Error> refused(ErrorCode code, Sentence message, const Cell& cell) const {
    Origin origin;
    origin.file = table_.file;
    origin.line = cell.line;
    origin.column = cell.column;
    return fail(code, std::move(message), origin);
  }

  bool ends_cell() const {
    return at_ >= text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  void step() {
    const char byte = text_[at_++];
    if (byte == '\n' || (byte == '\r' && (at_ >= text_.size() || text_[at_] != '\n'))) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  Result<void> read_row() {
    auto& row = table_.rows.emplace_back();
    for (;;) {
      Cell cell{{}, line_, column_};
      if (auto read = read_cell(cell); !read) return read;
      if (row.size() >= limits::table_columns_max || ++cells_ > limits::table_cells_max ||
          table_.rows.size() > limits::table_rows_max) {
        return refused(ErrorCode::limit_exceeded, too_large(), cell);
      }
      row.push_back(std::move(cell));
      if (at_ >= text_.size()) return {};
      const char end = text_[at_];
      step();
      if (end == delimiter_) continue;
      if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') step();
      return {};
    }
  }

  Result<void> read_cell(Cell& cell) {
    if (at_ < text_.size() && text_[at_] == '"') {
      step();
      if (auto read = read_quoted(cell); !read) return read;
    }
    while (!ends_cell()) {
      cell.text += text_[at_];
      step();
    }
    if (cell.text.starts_with('=')) {
      return refused(ErrorCode::invalid_rule,
                     {"单元格应为文字，实为公式", "expected text, found a formula"}, cell);
    }
    if (cell.text.find(utf8_replacement) != std::string::npos) {
      return refused(ErrorCode::invalid_rule,
                     {"应为 UTF-8 或 GB18030 文字，实有其他字节",
                      "expected text in UTF-8 or GB18030, found bytes that are neither"},
                     cell);
    }
    return {};
  }

  Result<void> read_quoted(Cell& cell) {
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '"') {
        step();
        if (at_ >= text_.size() || text_[at_] != '"') return {};
      }
      // A line end inside a cell is '\n', however the file ends its lines.
      if (byte != '\r' || at_ + 1 >= text_.size() || text_[at_ + 1] != '\n') {
        cell.text += byte == '\r' ? '\n' : byte;
      }
      step();
    }
    return refused(ErrorCode::invalid_rule,
                   {"此单元格的引号应有结尾，未见结尾",
                    "expected the quote of this cell to close, found none"},
                   cell);
  }

  std::string_view text_;
  char delimiter_;
  Table table_;
  std::size_t at_ = 0, cells_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

}  // namespace

Result<Table> read_csv(std::string_view bytes, const std::string& file) {
  KOUAN_TRY(const std::string whole, as_utf8(bytes));
  const std::string_view text = input::without_bom(whole);
  const auto dialect =
      input::sniff_dialect(text.substr(0, limits::sniff_bytes), text.size() <= limits::sniff_bytes);
  return CsvParser(text, dialect.delimiter == '\0' ? ',' : dialect.delimiter, file).run();
}

Result<std::string> write_csv(const Table& table) {
  std::string out(input::utf8_bom);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const std::string& text = table.rows[row][column].text;
      if (text.starts_with('=')) {
        return fail(ErrorCode::invalid_rule,
                    Sentence{cell_name(row, column) + " 应为文字，实为办公软件会当作公式的内容",
                             "expected text in " + cell_name(row, column) +
                                 ", found what an office program takes for a formula"},
                    table.place(row, column));
      }
      if (column != 0) out += ',';
      if (text.find_first_of(",\"\r\n;\t|") == std::string::npos) {
        out += text;
        continue;
      }
      out += '"';
      for (const char byte : text) out.append(byte == '"' ? 2 : 1, byte);
      out += '"';
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace kouan::sheet
