#pragma once

/// \file
/// The options of reading that `check` and `scan` share, and the scan itself.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"
#include "hash/person_key.hpp"
#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"
#include "scan_files.hpp"

namespace kouan::cli {

struct ScanArguments {
  ScanRequest request;
  std::vector<std::string> detector_files;
  std::string key_file;
  unsigned threads = 0;  // 0: one per core

  void add_to(CLI::App& command, Session& session);
};

struct FinishedScan {
  ScanState state;
  std::uint64_t seconds = 0;
};

/// The file patterns of a profile: sorted, each once. A state knows only those it was scanned for.
std::vector<std::string> file_globs(const Profile& profile);

/// Scans with progress on standard error; Ctrl-C ends it early, with a notice and a gap.
/// Error: as scan_files() and ScanSetup::make().
Result<FinishedScan> run_scan(const Session& session, const ScanArguments& arguments,
                              const std::shared_ptr<const RuleSet>& rules, const Profile& profile,
                              const PersonKey& key);

}  // namespace kouan::cli
