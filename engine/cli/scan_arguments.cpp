#include "cli/scan_arguments.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/plugins_linked.hpp"
#include "cli/progress.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"

namespace kouan::cli {

void ScanArguments::add_to(CLI::App& command, Session& session) {
  command.add_option("paths", request.paths, "Files, directories, or - for standard input")
      ->required();
  const auto reading = "Reading";
  command
      .add_option("--input-format", request.input_format,
                  "json, ndjson, concatenated or csv (default: by content)")
      ->group(reading);
  command.add_option("--records-at", request.records_at, "Where the records are, e.g. '$.data[*]'")
      ->group(reading);
  command.add_option("--detectors", detector_files, "File with detectors of your own (YAML)")
      ->group(reading);
  command.add_option("--threads", threads, "Workers (default: one per core)")
      ->check(number_in(1, 1024))
      ->group(reading);
  command.add_option("--progress", session.progress, "auto, never or json (one line a second)")
      ->check(one_of({"auto", "never", "json"}))
      ->group("Output");
}

std::vector<std::string> file_globs(const Profile& profile) {
  std::vector<std::string> globs;
  for (const auto& scenario : profile.scenarios) {
    globs.insert(globs.end(), scenario.files.begin(), scenario.files.end());
  }
  for (const auto& exemption : profile.exemptions) {
    globs.insert(globs.end(), exemption.files.begin(), exemption.files.end());
  }
  std::sort(globs.begin(), globs.end());
  globs.erase(std::unique(globs.begin(), globs.end()), globs.end());
  return globs;
}

Result<FinishedScan> run_scan(const Session& session, const ScanArguments& arguments,
                              const std::shared_ptr<const RuleSet>& rules, const Profile& profile,
                              const PersonKey& key) {
  KOUAN_TRY(const auto setup, ScanSetup::make(rules, linked_plugins(), key, profile.fields));
  ScanRequest request = arguments.request;
  request.threads = arguments.threads != 0 ? arguments.threads
                                           : std::max(1U, std::thread::hardware_concurrency());
  request.globs = file_globs(profile);
  ScanProgress progress;
  const auto start = std::chrono::steady_clock::now();
  Result<ScanState> state = [&] {
    const StopOnSignal stop(progress);
    const ProgressDisplay display(session, progress);
    return scan_files(request, setup, progress);
  }();
  if (!state) return tl::unexpected<Error>(state.error());
  if (progress.stop) notice(session, "stopped: what was read until then counts, the rest is a gap");
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
  state->engine = version_text();
  state->key_fingerprint = key.fingerprint();
  state->globs = std::move(request.globs);
  return FinishedScan{std::move(*state), static_cast<std::uint64_t>(seconds.count())};
}

}  // namespace kouan::cli
