#include "tally/distinct_sketch.hpp"

#include <algorithm>
#include <cmath>

namespace kouan {

DistinctSketch& DistinctSketch::operator=(const DistinctSketch& other) {
  if (this != &other) {
    hashes_.clear();
    registers_.reset();
    merge(other);
  }
  return *this;
}

DistinctSketch DistinctSketch::of_table(const std::array<std::uint8_t, registers>& table) {
  DistinctSketch sketch;
  sketch.registers_ = std::make_unique<std::array<std::uint8_t, registers>>(table);
  return sketch;
}

void DistinctSketch::insert(std::uint64_t hash) {
  const auto at = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  if (at != hashes_.end() && *at == hash) return;
  hashes_.insert(at, hash);
  if (hashes_.size() > exact_max) spill();
}

void DistinctSketch::spill() {
  const std::vector<std::uint64_t> exact = std::move(hashes_);
  hashes_.clear();
  registers_ = std::make_unique<std::array<std::uint8_t, registers>>();
  for (const std::uint64_t hash : exact) add(hash);
}

void DistinctSketch::merge(const DistinctSketch& other) {
  if (other.registers_ == nullptr) {
    for (const std::uint64_t hash : other.hashes_) add(hash);
    return;
  }
  if (registers_ == nullptr) spill();
  for (std::size_t i = 0; i < registers; ++i) {
    (*registers_)[i] = std::max((*registers_)[i], (*other.registers_)[i]);
  }
}

std::uint64_t DistinctSketch::estimate() const {
  if (registers_ == nullptr) return hashes_.size();
  constexpr double m = registers;
  double sum = 0;
  std::size_t zeros = 0;
  for (const std::uint8_t rank : *registers_) {
    sum += std::ldexp(1.0, -rank);
    zeros += rank == 0 ? 1U : 0U;
  }
  const double raw = (0.7213 / (1.0 + 1.079 / m)) * m * m / sum;
  // Below 2.5 m the share of empty registers tells more (linear counting).
  const double value =
      raw <= 2.5 * m && zeros != 0 ? m * std::log(m / static_cast<double>(zeros)) : raw;
  return static_cast<std::uint64_t>(std::llround(value));
}

}  // namespace kouan
