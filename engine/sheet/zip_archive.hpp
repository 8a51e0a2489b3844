#pragma once

/// \file
/// A zip file in memory, by libzip. What its files unpack to is bounded: limits::
/// table_unpacked_bytes_max for all that are read together, whatever their headers say.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <kouan/error.hpp>

namespace kouan::sheet {

class ZipArchive {
 public:
  /// `bytes` must outlive it. Error: invalid_rule, for what is no zip file.
  static Result<ZipArchive> open(std::string_view bytes, const std::string& file);

  bool has(const std::string& name) const;
  /// Error: invalid_rule if it is missing, encrypted or broken; limit_exceeded.
  Result<std::string> read(const std::string& name);

 private:
  struct Handle;
  explicit ZipArchive(std::shared_ptr<Handle> handle) : handle_(std::move(handle)) {}
  std::shared_ptr<Handle> handle_;
};

/// A zip file of these names and contents; the same bytes for the same parts. Error: io.
Result<std::string> make_zip(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace kouan::sheet
