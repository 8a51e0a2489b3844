#pragma once

/// \file
/// Rows of a delimited text (RFC 4180, and what is found in the wild).
///
/// Encoding, delimiter, line ends and header are decided from the first limits::sniff_bytes. Row
/// offsets count bytes of the text as UTF-8. Blank rows are none. [one thread]

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/byte_stream.hpp"
#include "input/csv_dialect.hpp"
#include "input/gap_list.hpp"
#include "input/window.hpp"

namespace kouan::input {

struct CsvOptions {
  std::optional<char> delimiter;     // instead of the sniffed one
  std::optional<bool> header;        // whether the first row names the columns
  std::optional<Encoding> encoding;  // instead of the sniffed one
  ReadLimits limits;
};

class CsvReader {
 public:
  /// Reads the head. Error: io, not a single byte could be read.
  static Result<CsvReader> open(std::unique_ptr<ByteStream> decoded, CsvOptions options = {});

  /// Fills `cells` with views that stay valid until the next call; padding_bytes behind the last
  /// one are readable. False: there is no more; trouble on the way is in gaps(), never an Error.
  ///
  /// A row with more or fewer cells than the header is delivered, is_ragged(), and in gaps() with
  /// the reason "ragged". Not delivered: a row that is not of the encoding, one over
  /// record_bytes_max, and the line whose quote never closes.
  Result<bool> next_row(std::vector<std::string_view>& cells);

  /// About the row that next_row() gave last.
  bool is_ragged() const { return ragged_; }
  std::uint64_t row_offset() const { return row_offset_; }
  std::uint64_t row_bytes() const { return row_bytes_; }  // with its line end

  /// Distinct and not empty; for a ragged row name() also knows columns behind the last one.
  const std::vector<std::string>& header() const { return header_; }
  std::string name(std::size_t column) const;
  bool has_header_row() const { return has_header_row_; }  // or else the names are positional
  const CsvDialect& dialect() const { return dialect_; }
  Encoding encoding() const { return encoding_; }

  const std::vector<Gap>& gaps() const { return gaps_.all(); }

 private:
  CsvReader() = default;

  void read_header(const CsvOptions& options);
  bool next_raw_row(std::string_view& row);
  bool take_row(std::size_t end, std::string_view& row);
  void pass_over(std::string_view reason, std::size_t end);
  void refill();
  void skip_large_row();
  bool is_readable(std::string_view row) const;

  std::unique_ptr<ByteStream> stream_;
  CsvDialect dialect_;
  Encoding encoding_ = Encoding::utf8;
  std::size_t record_bytes_max_ = 0;
  std::size_t window_bytes_ = 0;
  std::vector<std::string> header_;
  bool has_header_row_ = false;
  bool first_row_pending_ = false;  // first_cells_ is a row, no header
  std::vector<std::string_view> first_cells_;

  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // in buffer_
  std::size_t size_ = 0;
  std::uint64_t offset_ = 0;  // of buffer_[0]
  bool ended_ = false;
  std::optional<Error> error_;
  std::string scratch_;

  bool ragged_ = false;
  std::uint64_t row_offset_ = 0;
  std::uint64_t row_bytes_ = 0;
  GapList gaps_;
};

}  // namespace kouan::input
