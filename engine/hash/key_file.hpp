#pragma once

/// \file
/// Files that hold keys: made once, never replaced, and secret ones read by their owner alone.

#include <string>
#include <string_view>

#include <kouan/error.hpp>

namespace kouan {

enum class KeyAccess : unsigned char { owner_only, everybody };

/// Writes a new file, mode 0600 or 0644. Error: io, also when the file exists.
Result<void> write_key_file(const std::string& file, std::string_view bytes, KeyAccess access);

/// At most `bytes_max` bytes of a regular file; of an owner-only one, others must not be able to
/// read it; no one but its owner may write to any. Error: io.
Result<std::string> read_key_file(const std::string& file, std::size_t bytes_max, KeyAccess access,
                                  const std::string& expected);

}  // namespace kouan
