#pragma once

/// \file
/// An open file descriptor with one owner.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <kouan/error.hpp>

namespace kouan::input {

class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle();

  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }
  int release();

 private:
  int descriptor_ = -1;
};

/// "No such file or directory" for ENOENT, and so on. [any thread]
std::string system_reason(int error_number);

/// Reads up to to.size() bytes at `offset`; fewer only at the end of the file. Error: io.
Result<std::size_t> read_at(int descriptor, std::uint64_t offset, std::span<std::byte> to);

}  // namespace kouan::input
