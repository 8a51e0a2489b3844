#pragma once

/// \file
/// What the scanner eats: windows of whole JSON records, and the gaps where nothing could be read.
///
/// Offsets are bytes from the start of the *decoded* file: after gzip or zstd, and after UTF-16 has
/// become UTF-8. For a plain file that is the offset on disk.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <kouan/error.hpp>
#include <kouan/limits.hpp>

namespace kouan::input {

/// Readable bytes behind every window and every CSV row: stage 1 of the JSON parser wants 64, the
/// character-class scanner 512. Their content means nothing.
inline constexpr std::size_t padding_bytes = 576;

/// Part of a file that was not read as records. A bad record is a gap of its own bytes.
struct Gap {
  std::string reason;         // e.g. "record_too_large"; the list is in gap_list.hpp
  std::uint64_t offset = 0;   // of the first such place
  std::uint64_t bytes = 0;    // in all `count` places
  bool unknown_size = false;  // more may be missing than `bytes` says
  std::uint64_t count = 1;    // places folded into this entry
  std::string detail;         // a sentence, if the reason alone does not say enough
};

/// One record of a window whose records are not lines.
struct RecordSpan {
  std::uint32_t begin = 0;   // in Window::data
  std::uint32_t size = 0;    // bytes, without the newline that follows
  std::uint64_t offset = 0;  // of the record's first byte
};

/// Whole records. `data` stays valid until the source's next call or its end of life.
struct Window {
  const char* data = nullptr;
  std::size_t size = 0;
  std::uint64_t offset = 0;  // of the first record; of data[0] if `lines`
  /// True: every line is one record (blank ones are none), and data[i] is byte offset + i.
  /// False: `records` lists them; each is followed by one '\n' and may hold others inside.
  bool lines = true;
  std::span<const RecordSpan> records;
};

/// Limits and sizes of reading, so that a test need not write 64 MiB.
struct ReadLimits {
  std::size_t record_bytes_max = limits::record_bytes_max;
  std::uint32_t depth_max = limits::depth_max;
  std::size_t window_bytes = std::size_t{512}
                             << 10;  // about; a longer record makes a longer window
};

/// A sequence of windows. [one thread]
class WindowSource {
 public:
  virtual ~WindowSource() = default;

  /// Fills `window`; false: there is no more. Error (io): not a single byte could be read; trouble
  /// after that is the last of gaps(), and what was counted before it stays right.
  virtual Result<bool> next(Window& window) = 0;

  /// What was passed over so far; complete once next() has returned false.
  virtual const std::vector<Gap>& gaps() const = 0;

  /// Bytes of the file that `--records-at` leaves out.
  virtual std::uint64_t outside_bytes() const { return 0; }
};

}  // namespace kouan::input
