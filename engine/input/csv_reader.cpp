#include "input/csv_reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "input/sniff.hpp"
#include "input/utf8_check.hpp"

namespace kouan::input {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Result<CsvReader> CsvReader::open(std::unique_ptr<ByteStream> decoded, CsvOptions options) {
  auto raw = std::make_unique<PeekedStream>(std::move(decoded));
  CsvReader reader;
  reader.encoding_ =
      options.encoding.value_or(sniff_encoding(as_text(raw->peek(limits::sniff_bytes))));
  if (raw->peek(1).empty() && !raw->peeked_all()) {
    KOUAN_TRY(const std::uint64_t none, drain(*raw));  // gives the Error that peek() met
    static_cast<void>(none);
  }
  KOUAN_TRY(auto utf8, to_utf8(std::move(raw), reader.encoding_));
  auto text = std::make_unique<PeekedStream>(std::move(utf8));
  const std::string_view head = without_bom(as_text(text->peek(limits::sniff_bytes)));
  reader.dialect_ = sniff_dialect(head, text->peeked_all());
  if (options.delimiter) reader.dialect_.delimiter = *options.delimiter;
  reader.stream_ = std::move(text);
  reader.record_bytes_max_ = options.limits.record_bytes_max;
  reader.window_bytes_ = std::max<std::size_t>(options.limits.window_bytes, utf8_bom.size());
  reader.read_header(options);
  return reader;
}

void CsvReader::read_header(const CsvOptions& options) {
  refill();
  if (std::string_view(buffer_.data(), size_).starts_with(utf8_bom)) begin_ = utf8_bom.size();
  std::string_view row;
  if (!next_raw_row(row)) return;
  split_row(row, dialect_.delimiter, scratch_, first_cells_);
  has_header_row_ = options.header.value_or(is_header(first_cells_));
  if (has_header_row_) {
    header_ = column_names(first_cells_);
    return;
  }
  for (std::size_t i = 0; i < first_cells_.size(); ++i) header_.push_back(positional_name(i));
  first_row_pending_ = true;
}

Result<bool> CsvReader::next_row(std::vector<std::string_view>& cells) {
  ragged_ = false;
  if (std::exchange(first_row_pending_, false)) {
    cells = first_cells_;
    return true;
  }
  std::string_view row;
  if (!next_raw_row(row)) return false;
  split_row(row, dialect_.delimiter, scratch_, cells);
  ragged_ = cells.size() != header_.size();
  if (ragged_) gaps_.add(reason::ragged, row_offset_, row_bytes_);
  return true;
}

std::string CsvReader::name(std::size_t column) const {
  return column < header_.size() ? header_[column] : positional_name(column);
}

/// The next row that is neither blank nor unreadable, without its line end.
bool CsvReader::next_raw_row(std::string_view& row) {
  while (true) {
    bool open_quote = false;
    const std::string_view text(buffer_.data(), size_);
    const std::size_t end = row_end(text, begin_, dialect_, open_quote);
    const bool found = end != std::string_view::npos;
    const bool too_large = (found ? end : size_) - begin_ > record_bytes_max_;
    if (!found && !ended_ && !too_large) {
      refill();
      continue;
    }
    if (begin_ == size_) return false;
    if (!found && error_) {
      gaps_.add_unreadable_rest(*error_, offset_ + begin_, size_ - begin_);
      begin_ = size_;
    } else if (open_quote) {
      // The quote is the mistake, not the rows behind it: only its own line is lost.
      pass_over(reason::unclosed_quote, text.find(dialect_.line_end, begin_));
    } else if (too_large && found) {
      pass_over(reason::record_too_large, end);
    } else if (too_large) {
      skip_large_row();
    } else if (take_row(found ? end : size_, row)) {
      return true;
    }
  }
}

/// Drops what lies before the line end at `end`; npos: all there is.
void CsvReader::pass_over(std::string_view reason, std::size_t end) {
  const std::size_t next = end == std::string_view::npos ? size_ : end + 1;
  gaps_.add(reason, offset_ + begin_, next - begin_);
  begin_ = next;
}

/// False: the row is blank or unreadable.
bool CsvReader::take_row(std::size_t end, std::string_view& row) {
  row_offset_ = offset_ + begin_;
  row = std::string_view(buffer_.data() + begin_, end - begin_);
  begin_ = std::min(end + 1, size_);
  row_bytes_ = offset_ + begin_ - row_offset_;
  if (row.ends_with('\r')) row.remove_suffix(1);
  if (row.find_first_not_of(" \t") == std::string_view::npos) return false;
  if (!is_readable(row)) {
    gaps_.add(reason::invalid_encoding, row_offset_, row_bytes_);
    return false;
  }
  if (scratch_.capacity() < row.size() + padding_bytes) {
    scratch_.reserve(2 * row.size() + padding_bytes);
  }
  return true;
}

bool CsvReader::is_readable(std::string_view row) const {
  if (encoding_ == Encoding::utf8) return is_utf8(row);
  return row.find(replacement_character) == std::string_view::npos;
}

void CsvReader::refill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, size_ - begin_);
    offset_ += begin_;
    size_ -= begin_;
    begin_ = 0;
  }
  // A row is searched again from its start: doubling keeps that linear.
  const std::size_t want = std::max(window_bytes_, size_);
  if (buffer_.size() < size_ + want + padding_bytes) buffer_.resize(size_ + want + padding_bytes);
  auto got = read_fully(*stream_, {reinterpret_cast<std::byte*>(buffer_.data()) + size_, want});
  if (!got) error_ = std::move(got.error());
  ended_ = !got || *got == 0;
  if (!ended_) size_ += *got;
  if (error_ && begin_ == size_) gaps_.add_unreadable_rest(*error_, offset_ + size_, 0);
}

/// Drops a row over the limit up to its line end; quotes cannot be trusted any more.
void CsvReader::skip_large_row() {
  const std::uint64_t row = offset_ + begin_;
  while (true) {
    const std::size_t end = std::string_view(buffer_.data(), size_).find(dialect_.line_end, begin_);
    if (end != std::string_view::npos) {
      begin_ = end + 1;
      break;
    }
    begin_ = size_;
    if (ended_) break;
    refill();
  }
  gaps_.add(reason::record_too_large, row, offset_ + begin_ - row);
}

}  // namespace kouan::input
