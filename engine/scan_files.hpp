#pragma once

/// \file
/// Files in, one state out: lists, opens and cuts the inputs, lets workers scan them, and merges
/// what they found. The result does not depend on the number of workers or on who took what.

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "scan/scan_setup.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// Shared with whoever watches or stops a scan.
struct ScanProgress {
  std::atomic<std::uint64_t> bytes_total{0};  // on disk, of the files that are listed
  std::atomic<std::uint64_t> bytes_done{0};
  std::atomic<std::uint64_t> records{0};
  std::atomic<bool> stop{false};  // set it: what is counted is kept, the rest is a gap
};

struct ScanRequest {
  std::vector<std::string> paths;  // files, directories, "-"
  std::string input_format;        // json | ndjson | concatenated | csv; empty: by content
  std::string records_at;          // "$.data[*]"; empty: none
  std::vector<std::string> globs;  // of the profile: what a file matches labels its rows
  unsigned threads = 1;
  bool file_digests = true;
  bool may_be_empty = false;  // no record at all gives an empty state, not an error
};

/// Error: io, when a path is missing, or when there is not a single record; invalid_usage for
/// a format or records path that does not exist.
Result<ScanState> scan_files(const ScanRequest& request,
                             const std::shared_ptr<const ScanSetup>& setup, ScanProgress& progress);

/// Does a shell pattern (`*`, `?`, `[...]`; `*` also crosses `/`) match the whole path?
bool glob_matches(const std::string& pattern, const std::string& path);

}  // namespace kouan
