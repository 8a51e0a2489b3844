#pragma once

/// \file
/// Cuts a stream into windows of whole lines; what ndjson_range and ndjson_stream share.

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "input/byte_stream.hpp"
#include "input/gap_list.hpp"
#include "input/window.hpp"

namespace kouan::input {

/// The lines whose first byte lies in (begin, end], or in [0, end] if begin is 0: so ranges that
/// share their ends share no line, whatever the cuts.
struct LineRange {
  static constexpr std::uint64_t no_end = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t begin = 0;
  std::uint64_t end = no_end;  // no_end: wherever the stream ends
};

class LineWindows final : public WindowSource {
 public:
  /// Sees each byte of [begin, end) once and in order, with its offset.
  using Tap = std::function<void(std::uint64_t offset, std::span<const std::byte>)>;

  /// `stream` stands at range.begin.
  LineWindows(std::unique_ptr<ByteStream> stream, LineRange range, const ReadLimits& limits,
              Tap tap = {});

  Result<bool> next(Window& window) override;
  const std::vector<Gap>& gaps() const override { return gaps_.all(); }

 private:
  enum class State : std::uint8_t {
    before_first_line,  // inside a line that an earlier range owns
    reading,
    in_large_line,  // inside a line over the limit: dropped up to its newline
    ended,
  };

  Result<bool> fill();
  void make_room(std::size_t want);
  void end_broken(const Error& error);
  void end_stream();
  std::size_t next_newline() const;
  std::size_t last_newline() const;
  void begin_line(std::size_t begin);
  void drop_to_newline();
  bool take_window(Window& window);
  std::uint64_t position() const { return offset_ + size_; }

  std::unique_ptr<ByteStream> stream_;
  LineRange range_;
  std::size_t record_bytes_max_;
  std::size_t window_bytes_;
  Tap tap_;
  State state_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;    // in buffer_: first byte not yet handed out
  std::size_t scanned_ = 0;  // in buffer_: no newline in [begin_, scanned_)
  std::size_t size_ = 0;     // in buffer_: end of what was read
  std::uint64_t offset_;     // of buffer_[0]
  std::uint64_t large_line_offset_ = 0;
  std::size_t tail_bytes_;  // how much to read past the end of the range next time
  bool stream_ended_ = false;
  GapList gaps_;
};

}  // namespace kouan::input
