#include "input/ndjson_range.hpp"

#include <utility>

namespace kouan::input {

NdjsonRange::NdjsonRange(int descriptor, std::uint64_t begin, std::uint64_t end,
                         const ReadLimits& limits, LineWindows::Tap tap)
    : lines_(std::make_unique<PreadStream>(descriptor, begin), {begin, end}, limits,
             std::move(tap)) {}

}  // namespace kouan::input
