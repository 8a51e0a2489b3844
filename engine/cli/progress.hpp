#pragma once

/// \file
/// How far a scan is: a bar on a terminal, or one JSON line a second for programs.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/session.hpp"
#include "scan_files.hpp"

namespace kouan::cli {

/// Reports on standard error from its making to its end.
class ProgressDisplay {
 public:
  ProgressDisplay(const Session& session, const ScanProgress& progress);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void run(bool json);

  const ScanProgress& progress_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

/// Ctrl-C and SIGTERM ask the scan to stop for as long as this lives; a second one ends the
/// program.
class StopOnSignal {
 public:
  explicit StopOnSignal(ScanProgress& progress);
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
};

}  // namespace kouan::cli
