#pragma once

/// \file
/// Where reports go: standard output, or a file that appears whole or not at all.

#include <string>
#include <string_view>

#include <kouan/error.hpp>

namespace kouan::cli {

/// Writes all of it to standard output. A reader that went away (`| head`) is no error.
/// Error: io, e.g. a full disk.
Result<void> write_stdout(std::string_view text);

/// Writes all of it to standard error; what cannot be written is lost.
void write_stderr(std::string_view text);

/// Writes a new file beside the old one, syncs it and renames it over. Error: io.
Result<void> write_file(const std::string& path, std::string_view text);

/// Everything that can be read from standard input, at most `bytes_max`.
/// Error: io; limit_exceeded.
Result<std::string> read_stdin(std::size_t bytes_max);

}  // namespace kouan::cli
