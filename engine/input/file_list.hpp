#pragma once

/// \file
/// Which files a command line means.
///
/// A directory is walked by content, not by extension: links are not followed, and what is left out
/// is listed with its reason. A file named directly is always taken. [any thread]

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "input/file_handle.hpp"

namespace kouan::input {

inline constexpr std::uint32_t directory_depth_max = 128;  // directories inside one another

struct InputFile {
  std::string shown;        // inside a directory: the path from there; else as the user wrote it
  std::string path;         // to open; "-" for standard input
  std::uint64_t bytes = 0;  // on disk; 0 for a stream
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  bool is_stream = false;  // standard input, a pipe or a device that was named directly
  bool from_walk = false;  // found in a directory: never opened through a link
};

/// A path that was not taken.
struct LeftOut {
  std::string shown;
  std::string reason;
};

struct FileList {
  std::vector<InputFile> files;     // in the order of the arguments; in a directory by path bytes
  std::vector<LeftOut> ignored;     // no data by its name: "dot file", "kouan.yaml", "script", ...
  std::vector<LeftOut> duplicates;  // a file that is listed already, by device and inode
  std::vector<LeftOut> gaps;        // may be data: "link", "not a regular file", "unreadable: ..."
};

/// Lists the files that `arguments` name: files, directories, and `-` for standard input.
/// Error: io, for an argument that is missing or cannot be read, or a directory without data;
/// invalid_usage, without arguments.
Result<FileList> list_files(std::span<const std::string> arguments);

/// Opens a listed file for reading. Error: io, if it cannot be read, or is no longer the file that
/// was listed.
Result<FileHandle> open_file(const InputFile& file);

}  // namespace kouan::input
