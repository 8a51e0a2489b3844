#include "plugin/detector_index.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace kouan {
namespace {

/// Whether classes `mask` are within `chars` and cover `needs`.
bool fits(std::uint32_t mask, std::uint32_t chars, std::uint32_t needs) {
  return (mask & ~chars) == 0 && (needs & ~mask) == 0;
}

}  // namespace

DetectorIndex::DetectorIndex(const DetectorSet& set)
    : words_(std::max<std::size_t>(1, (set.size() + 63) / 64)),
      order_(set.size()),
      lengths_(2 * (exact_max + 2) * words_),
      low_(256 * words_),
      high_(128 * words_),
      first_(256 * words_) {
  std::iota(order_.begin(), order_.end(), 0U);
  std::ranges::stable_sort(order_, std::greater<>(),
                           [&](std::uint32_t detector) { return set[detector].strength; });
  for (const DetectorInfo& info : set.detectors()) {
    ranges_.push_back({info.length_min, info.length_max});
  }
  for (std::size_t place = 0; place < order_.size(); ++place) {
    enter(set[order_[place]], place / 64, std::uint64_t{1} << (place % 64));
  }
}

void DetectorIndex::enter(const DetectorInfo& info, std::size_t word, std::uint64_t bit) {
  const Range range{info.length_min, info.length_max};
  for (const std::uint32_t where : {KOUAN_IN_VALUE, KOUAN_IN_TEXT}) {
    if ((info.where & where) == 0) continue;
    for (std::size_t length = 0; length <= exact_max; ++length) {
      if (range.contains(length)) lengths_[row(length, where) + word] |= bit;
    }
    if (info.length_max > exact_max) lengths_[row(exact_max + 1, where) + word] |= bit;
  }
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    const bool begins =
        info.first.empty() || info.first.find(static_cast<char>(byte)) != std::string_view::npos;
    if (begins) first_[byte * words_ + word] |= bit;
  }
  for (std::uint32_t part = 0; part < 256; ++part) {
    if (fits(part, info.chars & 0xFF, info.needs & 0xFF)) low_[part * words_ + word] |= bit;
    if (part < 128 && fits(part, info.chars >> 8, info.needs >> 8)) {
      high_[part * words_ + word] |= bit;
    }
  }
}

}  // namespace kouan
