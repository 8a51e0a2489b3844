#pragma once

/// \file
/// The frame of a state file, incoming: nothing is believed before it was held against its bounds,
/// and nothing is allocated by a length that merely stands there.
///
/// The first trouble stays: after it every number reads as 0 and every text as empty, so that a
/// caller may look once per list (ok()) instead of once per number.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

#include "hash/digest.hpp"
#include "state/state_format.hpp"
#include "tally/row_table.hpp"

namespace kouan {

class SectionReader {
 public:
  /// Puts bytes to the front of the span, says how many; 0 is the end.
  using Source = std::function<Result<std::size_t>(std::span<char>)>;

  SectionReader(Source source, std::string file)
      : source_(std::move(source)), file_(std::move(file)) {}

  /// Magic and format version.
  void start();
  void begin(state_format::Section section);
  /// Checks that the section was read whole, and its checksum.
  void end();
  /// Checks that nothing follows.
  void finish();

  bool ok() const { return trouble_.has_value(); }
  /// The first trouble. Not when ok().
  const Error& error() const { return trouble_.error(); }
  /// "expected <what>, found another", at the place that was read last.
  void refuse(std::string_view expected, ErrorCode code = ErrorCode::io);

  std::uint8_t u8();
  std::uint32_t u32();
  std::uint64_t u64();
  bool flag();
  std::string text();
  Node node();
  Hash128 hash();
  /// An index below `size`.
  std::uint32_t below(std::size_t size, std::string_view what);
  /// The length of a list: at most `most`, and so many entries of `entry_bytes` (their least
  /// size) must fit what is left of the section.
  std::uint64_t count(std::uint64_t most, std::size_t entry_bytes, std::string_view what);

  /// After finish(): hexadecimal SHA-256 over the checksums.
  std::string digest() { return sha_.finish(); }
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint64_t little_endian(std::size_t bytes);
  /// All of the span, inside the section; false, once there is trouble.
  bool take(std::span<char> bytes);
  bool pull(std::span<char> bytes);

  Source source_;
  std::string file_;
  Result<void> trouble_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t bytes_ = 0;  // taken so far
  std::uint64_t left_ = 0;   // of the section
  bool in_section_ = false;
  std::string_view section_ = "start";
  Xxh3Stream checksum_;
  Sha256 sha_;
};

}  // namespace kouan
