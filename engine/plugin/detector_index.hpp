#pragma once

/// \file
/// The gate in front of the detectors: which of them a candidate concerns, from its character
/// classes and its length alone. Asked for every value, so the answer is four table rows and an
/// "and", whatever the number of detectors; and it never loses a hit.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "plugin/char_classes.hpp"
#include "plugin/detector_host.hpp"

namespace kouan {

/// Immutable; detectors are known by their number in the set. [any]
class DetectorIndex {
 public:
  explicit DetectorIndex(const DetectorSet& set);

  /// Some of the detectors; made by the index that reads it.
  using Subset = std::vector<std::uint64_t>;
  /// The detectors that `wanted(std::size_t detector)` names.
  template <class Wanted>
  Subset subset(Wanted&& wanted) const {
    Subset set(words_, 0);
    for (std::size_t place = 0; place < order_.size(); ++place) {
      if (wanted(order_[place])) set[place / 64] |= std::uint64_t{1} << (place % 64);
    }
    return set;
  }

  /// What the tables say of a candidate; of the index that made it.
  struct Rows {
    const std::uint64_t *length = nullptr, *low = nullptr, *high = nullptr, *first = nullptr;
    std::size_t bytes = 0;
  };
  /// `where`: one KOUAN_IN_... flag. `first`: the first byte of the candidate.
  Rows rows(std::uint32_t mask, std::size_t length, char first, std::uint32_t where) const {
    return {&lengths_[row(length > exact_max ? exact_max + 1 : length, where)],
            &low_[(mask & 0xFF) * words_], &high_[(mask >> 8 & 0x7F) * words_],
            &first_[static_cast<unsigned char>(first) * words_], length};
  }

  /// Calls fn(std::size_t detector) -> bool for every detector of `within` that accepts the
  /// candidate of these rows: the strongest first, then in the order of the set, until fn says
  /// false.
  template <class Fn>
  void for_each(const Rows& rows, const Subset& within, Fn&& fn) const {
    for (std::size_t word = 0; word < words_; ++word) {
      auto set =
          rows.length[word] & rows.low[word] & rows.high[word] & rows.first[word] & within[word];
      for (; set != 0; set &= set - 1) {
        const auto place = word * 64 + static_cast<std::size_t>(std::countr_zero(set));
        const std::size_t detector = order_[place];
        if (rows.bytes > exact_max && !ranges_[detector].contains(rows.bytes)) continue;
        if (!fn(detector)) return;
      }
    }
  }

 private:
  static constexpr std::size_t exact_max = 64;  // bytes; longer candidates share one row

  struct Range {
    std::uint32_t min, max;
    bool contains(std::size_t length) const { return length >= min && length <= max; }
  };

  void enter(const DetectorInfo& info, std::size_t word, std::uint64_t bit);
  std::size_t row(std::size_t length, std::uint32_t where) const {
    const std::size_t place = where == KOUAN_IN_TEXT ? 1 : 0;
    return (place * (exact_max + 2) + length) * words_;
  }

  // Sets of detectors, words_ words of bits each; bit i stands for detector order_[i].
  std::size_t words_ = 0;
  std::vector<std::uint32_t> order_;    // strongest first
  std::vector<std::uint64_t> lengths_;  // by place and length
  std::vector<std::uint64_t> low_;      // by the lower 8 bits of the mask
  std::vector<std::uint64_t> high_;     // by the upper 7
  std::vector<std::uint64_t> first_;    // by the first byte
  std::vector<Range> ranges_;           // by detector
};

}  // namespace kouan
