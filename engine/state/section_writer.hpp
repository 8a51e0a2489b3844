#pragma once

/// \file
/// The frame of a state file, outgoing: sections with number, length and checksum.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

#include "hash/digest.hpp"
#include "state/state_format.hpp"
#include "tally/row_table.hpp"

namespace kouan {

/// Bytes of a section in the making: little-endian, texts with their length.
class Payload {
 public:
  void u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void u32(std::uint32_t value) { little_endian(value, 4); }
  void u64(std::uint64_t value) { little_endian(value, 8); }
  void count(std::size_t value) { u64(value); }
  void text(std::string_view value);
  void node(const Node& node);
  void hash(const Hash128& value);

  const std::string& bytes() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }
  void clear() { bytes_.clear(); }

 private:
  void little_endian(std::uint64_t value, unsigned bytes);

  std::string bytes_;
};

class SectionWriter {
 public:
  /// Takes all bytes that are given to it, or says why not.
  using Sink = std::function<Result<void>(std::string_view)>;

  explicit SectionWriter(Sink sink);

  /// A section at once.
  void write(state_format::Section section, const Payload& payload);
  /// A section of a known length, piece by piece.
  void begin(state_format::Section section, std::uint64_t bytes);
  void add(std::string_view bytes);
  void end();

  /// Everything was taken. Error: of the sink, the first one.
  Result<void> finish();
  /// After finish(): hexadecimal SHA-256 over the checksums.
  const std::string& digest() const { return digest_; }

 private:
  void send(std::string_view bytes);
  void flush();

  Sink sink_;
  Result<void> sent_;
  std::string buffer_;
  Xxh3Stream checksum_;
  Sha256 sha_;
  std::string digest_;
};

}  // namespace kouan
