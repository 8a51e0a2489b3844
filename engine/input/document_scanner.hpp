#pragma once

/// \file
/// Finds where JSON values end in a stream, without parsing them: strings and brackets only.
///
/// A value this calls whole may still be no JSON; the parser says so. What it sees itself: brackets
/// of the wrong kind, an object or array where none can begin (the sign of a bracket that is
/// missing before it), and a line break inside a string (the sign of a missing quote).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/byte_stream.hpp"
#include "input/window.hpp"

namespace kouan::input {

class DocumentScanner {
 public:
  enum class Outcome : std::uint8_t {
    whole,
    truncated,  // the stream ended inside the value
    malformed,  // go on with resync()
    too_deep,   // the value was passed over to its end
    too_large,  // likewise
  };

  DocumentScanner(std::unique_ptr<ByteStream> stream, const ReadLimits& limits);

  bool at_end() { return position_ == size_ && !refill(); }
  /// Before at_end() only.
  char peek() const { return buffer_[position_]; }
  void advance() { ++position_; }
  std::uint64_t offset() const { return base_ + position_; }

  /// Passes over blanks, commas, record separators (RFC 7464) and a byte order mark at 0.
  void skip_separators();

  /// Passes over the value that begins here; with `keep`, value() holds it afterwards.
  /// A scalar token that is no JSON, even an empty one, is whole: ask is_plausible_scalar().
  Outcome scan_value(bool keep);
  std::string_view value() const;
  /// Call when value() is no longer needed.
  void release() { keeping_ = false; }

  /// After `malformed`: goes to the last line start behind the value's first byte, or else the next
  /// one, that begins like a value or (`in_array`) ends the array, and is not indented deeper.
  void resync(bool in_array);
  /// Goes behind the next line break.
  void skip_line();

  /// Why the stream broke, if it did not end.
  const std::optional<Error>& error() const { return error_; }

 private:
  enum class Step : std::uint8_t { more, closed, malformed };

  bool refill();
  Outcome scan_container();
  Outcome scan_string();
  Outcome scan_token();
  Step scan_chunk();
  Step scan_string_chunk(const char*& at, const char* end);
  bool open_bracket(const char* at);
  bool close_bracket(char bracket);
  bool may_begin_here(const char* at) const;
  bool is_over_limit() const { return offset() - value_offset_ > record_bytes_max_; }
  Outcome finished(Outcome outcome);

  std::unique_ptr<ByteStream> stream_;
  std::size_t record_bytes_max_;
  std::uint32_t depth_max_;
  std::size_t chunk_bytes_;
  std::vector<char> buffer_;
  std::size_t position_ = 0;
  std::size_t size_ = 0;
  std::uint64_t base_ = 0;  // offset of buffer_[0]
  std::optional<Error> error_;
  bool ended_ = false;

  // The value at hand.
  bool keeping_ = false;
  std::size_t keep_ = 0;  // in buffer_: its first byte, while keeping_
  std::uint64_t value_offset_ = 0;
  std::size_t column_ = 0;    // blanks before it on its line
  std::string open_;          // the closing brackets it still needs, innermost last
  std::uint64_t deeper_ = 0;  // open brackets over depth_max_
  bool in_string_ = false;
  bool escaped_ = false;
  std::optional<Outcome> limit_;  // the limit it broke
};

/// Whether `token` is a literal, a quoted string or made of a number's characters.
bool is_plausible_scalar(std::string_view token);

}  // namespace kouan::input
