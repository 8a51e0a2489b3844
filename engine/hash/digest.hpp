#pragma once

/// \file
/// Digests: SHA-256 for what must stand up in court, XXH3 for what must only be the same again.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace kouan {

/// Lower-case hexadecimal SHA-256 of the bytes.
std::string sha256_hex(std::string_view bytes);

/// SHA-256 over bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  /// Lower-case hexadecimal; the object is used up.
  std::string finish();

 private:
  void* context_;
};

/// XXH3-64 without a key: the same on every machine.
std::uint64_t xxh3_64(std::string_view bytes);

/// XXH3-128 as (high, low).
using Hash128 = std::array<std::uint64_t, 2>;
Hash128 xxh3_128(std::string_view bytes);

/// XXH3-128 over bytes that come piece by piece.
class Xxh3Stream {
 public:
  Xxh3Stream();
  ~Xxh3Stream();
  Xxh3Stream(const Xxh3Stream&) = delete;
  Xxh3Stream& operator=(const Xxh3Stream&) = delete;
  void reset();
  void add(std::string_view bytes);
  Hash128 value() const;

 private:
  void* state_;
};

/// The digest of a file: SHA-256 over the XXH3-128 of its blocks (limits::digest_block_bytes, at
/// absolute offsets), so that ranges can be hashed apart and in any order.
std::string file_digest(const std::map<std::uint64_t, Hash128>& blocks);

/// Hashes a stream block by block as it is read from the start.
class BlockDigest {
 public:
  void add(std::string_view bytes);
  /// Blocks so far, the last one as far as it goes.
  std::map<std::uint64_t, Hash128> finish();

 private:
  Xxh3Stream stream_;
  std::uint64_t offset_ = 0;
  std::map<std::uint64_t, Hash128> blocks_;
};

}  // namespace kouan
