#pragma once

/// \file
/// Gaps of one source. A hostile file may break a hundred million records: past gaps_max entries,
/// more of the same reason fold into one.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <kouan/gap_reason.hpp>

#include "input/window.hpp"

namespace kouan::input {

inline constexpr std::size_t gaps_max = 256;  // entries, plus one per reason

namespace reason = kouan::gap_reason;

class GapList {
 public:
  void add(std::string_view reason, std::uint64_t offset, std::uint64_t bytes);

  /// The stream broke at `offset`: `bytes` of a begun record are known, the rest is not.
  void add_unreadable_rest(const Error& error, std::uint64_t offset, std::uint64_t bytes);

  /// The last record ends with the file, or would have begun there (`bytes` 0).
  void add_truncated(std::uint64_t offset, std::uint64_t bytes);

  const std::vector<Gap>& all() const { return gaps_; }

 private:
  Gap& entry(std::string_view reason, std::uint64_t offset);

  std::vector<Gap> gaps_;
};

}  // namespace kouan::input
