#pragma once

/// \file
/// A table inside a string: a header and rows of as many cells each, as exports keep their lists.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace kouan {

/// Scratch of one worker: reuse it.
class NestedTable {
 public:
  /// False: the text is no table. A table has a header of names and rows that all have its number
  /// of cells, two at the least. Views into `text` and into this, until the next call.
  bool read(std::string_view text);

  const std::vector<std::string>& header() const { return header_; }
  struct Row {
    std::vector<std::string_view> cells;
    std::string scratch;  // of cells with doubled quotes
  };
  const std::deque<Row>& rows() const { return rows_; }

 private:
  std::vector<std::string> header_;
  std::deque<Row> rows_;  // addresses stay: short scratches hold their text themselves
};

}  // namespace kouan
