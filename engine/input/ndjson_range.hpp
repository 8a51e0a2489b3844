#pragma once

/// \file
/// One range of a plain NDJSON file: what a worker takes.
///
/// `descriptor` is borrowed and read by pread, so workers may share it. A range yields the records
/// whose first byte lies in (begin, end], the first range also the one at 0: any cuts of a file
/// yield the same records. The last record is completed from behind `end`. The tap sees exactly
/// the bytes of [begin, end), for the file digest. [one thread a range]

#include "input/line_windows.hpp"

namespace kouan::input {

class NdjsonRange final : public WindowSource {
 public:
  NdjsonRange(int descriptor, std::uint64_t begin, std::uint64_t end, const ReadLimits& limits = {},
              LineWindows::Tap tap = {});

  Result<bool> next(Window& window) override { return lines_.next(window); }
  const std::vector<Gap>& gaps() const override { return lines_.gaps(); }

 private:
  LineWindows lines_;
};

}  // namespace kouan::input
