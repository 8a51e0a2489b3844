#pragma once

/// \file
/// Gaps of one source. A hostile file may break a hundred million records: past gaps_max entries,
/// more of the same reason fold into one.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/window.hpp"

namespace kouan::input {

inline constexpr std::size_t gaps_max = 256;  // entries, plus one per reason

namespace reason {
inline constexpr std::string_view record_too_large = "record_too_large";  // over record_bytes_max
inline constexpr std::string_view too_deep = "too_deep";                  // over depth_max
inline constexpr std::string_view malformed = "malformed";  // brackets or quotes do not fit
inline constexpr std::string_view truncated = "truncated";  // the file ends inside a record
inline constexpr std::string_view unreadable_rest = "unreadable_rest";  // detail says why
inline constexpr std::string_view file_shrank = "file_shrank";          // while it was being read
inline constexpr std::string_view records_at_not_found = "records_at_not_found";
inline constexpr std::string_view ragged = "ragged";                      // the row is delivered
inline constexpr std::string_view invalid_encoding = "invalid_encoding";  // the row is not
inline constexpr std::string_view unclosed_quote = "unclosed_quote";
}  // namespace reason

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
