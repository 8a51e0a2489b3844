#pragma once

/// \file
/// NDJSON that can only be read from its start: compressed, or from a pipe.

#include "input/line_windows.hpp"

namespace kouan::input {

class NdjsonStream final : public WindowSource {
 public:
  explicit NdjsonStream(std::unique_ptr<ByteStream> decoded, const ReadLimits& limits = {});

  Result<bool> next(Window& window) override { return lines_.next(window); }
  const std::vector<Gap>& gaps() const override { return lines_.gaps(); }

 private:
  LineWindows lines_;
};

}  // namespace kouan::input
