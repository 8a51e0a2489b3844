#include "plugin/detector_index.hpp"

#include <algorithm>

namespace kouan {
namespace {

/// Whether classes `mask` are within `chars` and cover `needs`.
bool fits(std::uint32_t mask, std::uint32_t chars, std::uint32_t needs) {
  return (mask & ~chars) == 0 && (needs & ~mask) == 0;
}

}  // namespace

DetectorIndex::DetectorIndex(const DetectorSet& set, std::uint32_t strength_min)
    : words_(std::max<std::size_t>(1, (set.size() + 63) / 64)),
      lengths_(2 * (exact_max + 2) * words_),
      low_(256 * words_),
      high_(128 * words_),
      first_(256 * words_) {
  for (std::size_t detector = 0; detector < set.size(); ++detector) {
    const auto& info = set[detector];
    const auto word = detector / 64;
    const auto bit = std::uint64_t{1} << (detector % 64);
    ranges_.push_back({info.length_min, info.length_max});
    for (const std::uint32_t where : {KOUAN_IN_VALUE, KOUAN_IN_TEXT}) {
      if ((info.where & where) == 0 || info.strength < strength_min) continue;
      for (std::size_t length = 0; length <= exact_max; ++length) {
        if (ranges_.back().contains(length)) lengths_[row(length, where) + word] |= bit;
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
}

}  // namespace kouan
