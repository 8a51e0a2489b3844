#pragma once

/// \file
/// How many different values a column holds: exact up to 64, then HyperLogLog with 1,024 registers
/// (standard error 3.25 %; Flajolet et al. 2007). Mergeable in any order, same registers whatever
/// the order. Hashes are unkeyed, so that the figure does not depend on the person key; a register
/// keeps no value.

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

namespace kouan {

class DistinctSketch {
 public:
  static constexpr std::size_t exact_max = 64;
  static constexpr std::size_t registers = 1'024;

  void add(std::uint64_t hash) {
    if (registers_ == nullptr) {
      if (hash != last_ || hashes_.empty()) insert(hash);
      last_ = hash;
      return;
    }
    static_assert(registers == 1U << 10U);
    const auto rank = static_cast<std::uint8_t>(std::countl_zero((hash << 10U) | 1U) + 1);
    std::uint8_t& slot = (*registers_)[hash >> 54U];
    if (rank > slot) slot = rank;
  }
  void merge(const DistinctSketch& other);
  /// Number of distinct values: exact when exact().
  std::uint64_t estimate() const;
  bool exact() const { return registers_ == nullptr; }

  /// Sorted hashes while exact; the registers afterwards.
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  const std::array<std::uint8_t, registers>* table() const { return registers_.get(); }

  /// A register holds at most this.
  static constexpr std::uint8_t rank_max = 64;
  /// A sketch that has spilled, from its registers.
  static DistinctSketch of_table(const std::array<std::uint8_t, registers>& table);

  DistinctSketch() = default;
  DistinctSketch(const DistinctSketch& other) { merge(other); }
  DistinctSketch& operator=(const DistinctSketch& other);
  DistinctSketch(DistinctSketch&&) noexcept = default;
  DistinctSketch& operator=(DistinctSketch&&) noexcept = default;
  ~DistinctSketch() = default;

 private:
  void spill();
  void insert(std::uint64_t hash);  // while exact

  std::uint64_t last_ = 0;  // runs of one value are common in columns
  std::vector<std::uint64_t> hashes_;
  std::unique_ptr<std::array<std::uint8_t, registers>> registers_;
};

}  // namespace kouan
