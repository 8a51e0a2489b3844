#include "input/line_windows.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "input/sniff.hpp"

namespace kouan::input {
namespace {

// Most records are short: the last one of a range is completed by small reads that grow.
constexpr std::size_t first_tail_bytes = 4096;

}  // namespace

LineWindows::LineWindows(std::unique_ptr<ByteStream> stream, LineRange range,
                         const ReadLimits& limits, Tap tap)
    : stream_(std::move(stream)),
      range_(range),
      record_bytes_max_(limits.record_bytes_max),
      // No larger than a record may be: then only the first line of a window can be too large.
      window_bytes_(std::min(limits.window_bytes, record_bytes_max_)),
      tap_(std::move(tap)),
      state_(range.begin == 0 ? State::reading : State::before_first_line),
      offset_(range.begin),
      tail_bytes_(std::min(first_tail_bytes, window_bytes_)) {
  if (range.begin >= range.end) state_ = State::ended;
}

Result<bool> LineWindows::next(Window& window) {
  while (state_ != State::ended) {
    KOUAN_TRY(const bool more, fill());
    if (state_ == State::before_first_line || state_ == State::in_large_line) drop_to_newline();
    const bool taken = state_ == State::reading && take_window(window);
    if (!more) end_stream();
    if (taken) return true;
  }
  return false;
}

/// Moves the begun line to the front and reads on behind it; false: the stream has ended.
Result<bool> LineWindows::fill() {
  const std::uint64_t at = position();
  const bool in_range = at < range_.end;
  std::size_t want = in_range ? window_bytes_ : tail_bytes_;
  if (in_range) want = static_cast<std::size_t>(std::min<std::uint64_t>(want, range_.end - at));
  if (!in_range) tail_bytes_ = std::min(tail_bytes_ * 2, window_bytes_);
  make_room(want);
  const std::span<std::byte> to(reinterpret_cast<std::byte*>(buffer_.data()) + size_, want);
  auto got = read_fully(*stream_, to);
  if (!got) {
    if (at == 0) return tl::unexpected<Error>(std::move(got.error()));
    end_broken(got.error());
    return false;
  }
  size_ += *got;
  if (tap_ && in_range && *got > 0) tap_(at, to.first(*got));
  stream_ended_ = *got == 0;
  return !stream_ended_;
}

void LineWindows::make_room(std::size_t want) {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, size_ - begin_);
    offset_ += begin_;
    scanned_ -= begin_;
    size_ -= begin_;
    begin_ = 0;
  }
  const std::size_t need = size_ + want + padding_bytes;
  if (buffer_.size() >= need) return;
  const std::size_t largest = record_bytes_max_ + window_bytes_ + padding_bytes;
  buffer_.resize(std::max(need, std::min(2 * buffer_.size(), largest)));
}

/// The stream broke: the begun line and what is left of the range are a gap.
void LineWindows::end_broken(const Error& error) {
  const std::uint64_t line = state_ == State::in_large_line ? large_line_offset_ : offset_ + begin_;
  const std::uint64_t known_end = range_.end == LineRange::no_end ? position() : range_.end;
  gaps_.add_unreadable_rest(error, line, known_end > line ? known_end - line : 0);
  state_ = State::ended;
}

void LineWindows::end_stream() {
  if (state_ == State::ended) return;
  if (state_ == State::in_large_line) {
    gaps_.add(reason::record_too_large, large_line_offset_, position() - large_line_offset_);
  }
  if (range_.end != LineRange::no_end && position() < range_.end) {
    gaps_.add(reason::file_shrank, position(), range_.end - position());
  }
  state_ = State::ended;
}

/// The first newline that has not been seen yet; size_ if there is none.
std::size_t LineWindows::next_newline() const {
  const void* const found =
      scanned_ < size_ ? std::memchr(buffer_.data() + scanned_, '\n', size_ - scanned_) : nullptr;
  return found == nullptr
             ? size_
             : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
}

std::size_t LineWindows::last_newline() const {
  return std::string_view(buffer_.data(), size_).rfind('\n');
}

/// The next line begins at `begin`, unless that is the next range's.
void LineWindows::begin_line(std::size_t begin) {
  begin_ = scanned_ = begin;
  state_ = offset_ + begin > range_.end ? State::ended : State::reading;
}

/// Passes over a line that is not ours, or is too large.
void LineWindows::drop_to_newline() {
  const std::size_t newline = next_newline();
  if (newline == size_) {
    begin_ = scanned_ = size_;
    const bool none_begins = state_ == State::before_first_line && position() >= range_.end;
    if (none_begins) state_ = State::ended;
    return;
  }
  if (state_ == State::in_large_line) {
    gaps_.add(reason::record_too_large, large_line_offset_,
              offset_ + newline + 1 - large_line_offset_);
  }
  begin_line(newline + 1);
}

/// Hands out the whole lines at hand, if any.
bool LineWindows::take_window(Window& window) {
  const std::size_t first = next_newline();
  if (first - begin_ > record_bytes_max_) {
    large_line_offset_ = offset_ + begin_;
    state_ = State::in_large_line;
    drop_to_newline();
    return state_ == State::reading && take_window(window);
  }
  if (first == size_ && !stream_ended_) {
    scanned_ = size_;
    return false;
  }
  // Behind the end of the range only the line that began inside it is ours.
  const bool tail = position() > range_.end;
  const std::size_t end = stream_ended_ ? size_ : tail ? first + 1 : last_newline() + 1;
  if (offset_ + begin_ == 0 && std::string_view(buffer_.data(), end).starts_with(utf8_bom)) {
    begin_ += utf8_bom.size();
  }
  window = {buffer_.data() + begin_, end - begin_, offset_ + begin_, true, {}};
  begin_ = scanned_ = end;
  if (tail) state_ = State::ended;
  return window.size > 0;
}

}  // namespace kouan::input
