#pragma once

/// \file
/// Standard input, line by line and in bounded memory: answers leave as soon as no whole line
/// waits, so that a program can ask and listen through two pipes.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

namespace kouan::cli {

struct Line {
  std::uint64_t number = 0;  // 1-based
  std::string_view text;     // without its end (LF or CRLF) and without a BOM on line 1
  bool too_long = false;     // over the limit: text is empty
};

/// One reader, one thread.
class LineReader {
 public:
  LineReader(int descriptor, std::size_t line_bytes_max)
      : descriptor_(descriptor), line_bytes_max_(line_bytes_max) {}

  /// The next line, borrowed until the next call; false at the end. A last line without an end
  /// counts. Error: io.
  Result<bool> next(Line& line);

  /// Must the next call wait for input?
  bool waits() const;

 private:
  Result<bool> fill();
  void give(std::size_t size, std::size_t end_size, Line& line);

  int descriptor_;
  std::size_t line_bytes_max_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of the line that comes next
  std::size_t searched_ = 0;  // no LF before it
  std::uint64_t number_ = 0;
  bool too_long_ = false;  // the line that comes next was over the limit and is passed over
  bool ended_ = false;
};

/// Appends the answer to a line, without a line end.
using Answer = std::function<void(const Line& line, std::string& out)>;

/// Answers every line of standard input with one line of standard output; returns the exit code: 0,
/// or 2 when a line was too long to be read (its answer says so). Error: io.
Result<int> answer_stdin(const Answer& answer);

}  // namespace kouan::cli
