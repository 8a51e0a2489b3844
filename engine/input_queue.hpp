#pragma once

/// \file
/// What workers take next: a range of an NDJSON file, or a whole other file.

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hash/digest.hpp"
#include "input/file_list.hpp"
#include "input/opened_input.hpp"
#include "scan_files.hpp"
#include "state/coverage.hpp"

namespace kouan {

/// A file that is open, shared by the tasks that read it.
struct OpenFile {
  std::string shown;
  std::vector<std::string> labels;  // globs of the profile that it matches, sorted
  BlockDigest digest;               // of the bytes on disk, when they are read in one go
  std::uint64_t bytes_read = 0;
  input::OpenedInput input;
};

struct InputTask {
  std::shared_ptr<OpenFile> file;
  bool in_ranges = false;
  std::uint64_t begin = 0, end = 0;  // of a range: the records whose first byte is in (begin, end]
};

class InputQueue {
 public:
  InputQueue(const ScanRequest& request, input::FileList list, ScanProgress& progress);

  /// The next task, in the order of the list; nullopt: there is none. Files that cannot be opened
  /// become gaps of coverage(). [any thread]
  std::optional<InputTask> next();

  /// What the list left out, and what could not be opened. Once all workers are done.
  Coverage& coverage() { return coverage_; }

 private:
  bool open_next();
  std::optional<InputTask> next_range();

  const ScanRequest& request_;
  input::FileList list_;
  ScanProgress& progress_;
  std::mutex mutex_;
  std::size_t next_file_ = 0;
  std::shared_ptr<OpenFile> current_;  // being handed out in ranges
  std::uint64_t next_begin_ = 0;
  Coverage coverage_;
};

}  // namespace kouan
