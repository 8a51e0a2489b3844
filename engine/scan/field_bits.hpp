#pragma once

/// \file
/// A set of bits of a state: the fields that one person's frame holds.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "state/scan_state.hpp"

namespace kouan {

class FieldBits {
 public:
  void clear() { used_ = 0; }
  void add(BitId bit) {
    const std::size_t word = bit / 64;
    if (word >= used_) [[unlikely]]
      widen(word + 1);
    words_[word] |= std::uint64_t{1} << (bit % 64);
  }
  void merge(const FieldBits& other) {
    if (other.used_ > used_) widen(other.used_);
    for (std::size_t i = 0; i < other.used_; ++i) words_[i] |= other.words_[i];
  }
  /// Calls fn(std::uint64_t word, std::size_t index) for all words that hold a bit.
  template <class Fn>
  void for_each_word(Fn&& fn) const {
    for (std::size_t i = 0; i < used_; ++i) {
      if (words_[i] != 0) fn(words_[i], i);
    }
  }
  /// Ascending.
  void list(std::vector<BitId>& out) const {
    out.clear();
    for_each_word([&out](std::uint64_t word, std::size_t index) {
      for (; word != 0; word &= word - 1) {
        out.push_back(
            static_cast<BitId>(index * 64 + static_cast<unsigned>(std::countr_zero(word))));
      }
    });
  }

 private:
  void widen(std::size_t words) {
    if (words_.size() < words) words_.resize(words);
    do {
      words_[used_] = 0;
    } while (++used_ < words);
  }

  std::vector<std::uint64_t> words_;  // the first used_ are in use
  std::size_t used_ = 0;
};

}  // namespace kouan
