#pragma once

/// \file
/// simdjson's stage 1: where the structural characters of a window stand. The only file that
/// touches simdjson. The kernel is chosen at run time (icelake, haswell, westmere, fallback), so
/// one portable build runs everywhere.

#include <cstddef>
#include <cstdint>
#include <memory>

namespace kouan {

class StructuralIndex {
 public:
  StructuralIndex();
  ~StructuralIndex();
  StructuralIndex(const StructuralIndex&) = delete;
  StructuralIndex& operator=(const StructuralIndex&) = delete;

  enum class Status : std::uint8_t { ok, empty, invalid_utf8, broken_string };

  /// Indexes `size` bytes (at most 4 GiB); 64 bytes behind them must be readable.
  Status build(const char* data, std::size_t size);

  /// Ascending offsets of `{ } [ ] : ,`, of opening quotes and of the first byte of every other
  /// scalar. Two more entries behind the last one hold `size`.
  const std::uint32_t* begin() const { return begin_; }
  std::uint32_t size() const { return size_; }

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  const std::uint32_t* begin_ = nullptr;
  std::uint32_t size_ = 0;
};

/// The kernel in use, e.g. "icelake"; for `--version --verbose`.
const char* simdjson_kernel();
/// The library's version, e.g. "3.0.1".
const char* simdjson_version();

}  // namespace kouan
