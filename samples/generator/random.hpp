#pragma once

/// \file
/// The dice of the generator: the same seed gives the same bytes on every machine and compiler,
/// which <random> does not promise of its distributions.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kouan::samples {

/// One step of SplitMix64 (Steele, Lea, Flood 2014) as a pure function: a well-mixed 64-bit word.
constexpr std::uint64_t mixed(std::uint64_t word) {
  word += 0x9E3779B97F4A7C15U;
  word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9U;
  word = (word ^ (word >> 27U)) * 0x94D049BB133111EBU;
  return word ^ (word >> 31U);
}

/// A one-to-one map of [0, size) onto itself, so that person 1 and person 2 do not get neighbouring
/// numbers and still never the same one. `factor` shares no divisor with `size`; the caller keeps
/// size * factor below 2^64 for the indexes it uses.
constexpr std::uint64_t spread(std::uint64_t index, std::uint64_t size, std::uint64_t factor,
                               std::uint64_t seed) {
  return (index % size * factor + mixed(seed) % size) % size;
}

class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_(mixed(seed)) {}

  constexpr std::uint64_t next() {
    const std::uint64_t word = mixed(state_);
    state_ += 0x9E3779B97F4A7C15U;
    return word;
  }

  /// A number in [0, bound); `bound` is positive and below 2^32.
  constexpr std::uint64_t below(std::uint64_t bound) { return ((next() >> 32U) * bound) >> 32U; }

  /// A number in [low, high], both ends included.
  constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }

  constexpr bool chance(std::uint64_t per_mille) { return below(1'000) < per_mille; }

  template <std::size_t size>
  constexpr std::string_view pick(const std::array<std::string_view, size>& table) {
    return table[below(size)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace kouan::samples
