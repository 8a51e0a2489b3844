#include <chrono>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>

#include <pii/pii.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/progress.hpp"
#include "scan_files.hpp"

namespace kouan::cli {
namespace {

struct CheckArguments {
  ScanRequest scan;
  JudgeArguments judge;
  std::vector<std::string> detector_files;
  std::string key_file;
  unsigned threads = 0;
};

void collect_globs(const Profile& profile, std::vector<std::string>& globs) {
  for (const auto& scenario : profile.scenarios) {
    globs.insert(globs.end(), scenario.files.begin(), scenario.files.end());
  }
  for (const auto& exemption : profile.exemptions) {
    globs.insert(globs.end(), exemption.files.begin(), exemption.files.end());
  }
}

Result<PersonKey> person_key(const std::string& file) {
  if (file.empty()) return PersonKey::random();
  return PersonKey::load(file);
}

Result<int> check(const Session& session, CheckArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules(arguments.judge, arguments.detector_files));
  KOUAN_TRY(const Profile profile, read_profile(session, arguments.judge, arguments.scan.paths));
  KOUAN_TRY(const PersonKey key, person_key(arguments.key_file));
  const kouan_plugin* const plugins[] = {kouan_pii_plugin()};
  KOUAN_TRY(const auto setup, ScanSetup::make(rules, plugins, key));
  ScanRequest request = arguments.scan;
  request.threads = arguments.threads != 0 ? arguments.threads
                                           : std::max(1U, std::thread::hardware_concurrency());
  collect_globs(profile, request.globs);
  ScanProgress progress;
  const auto start = std::chrono::steady_clock::now();
  Result<ScanState> state = [&] {
    const StopOnSignal stop(progress);
    const ProgressDisplay display(session, progress);
    return scan_files(request, setup, progress);
  }();
  if (!state) return tl::unexpected<Error>(state.error());
  if (progress.stop)
    notice(session, "stopped: what was read until then is judged, the rest is a gap");
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
  return judge_and_report(session, arguments.judge, *rules, profile, *state,
                          tool_info(static_cast<std::uint64_t>(seconds.count())));
}

}  // namespace

void add_check(CLI::App& root, Session& session) {
  CLI::App* const command = root.add_subcommand(
      "check", "Say what the export of these data needs: scan, count people, judge, report");
  auto arguments = std::make_shared<CheckArguments>();
  command->add_option("paths", arguments->scan.paths, "Files, directories, or - for standard input")
      ->required();
  arguments->judge.add_to(*command, session);
  const auto reading = "Reading";
  command
      ->add_option("--input-format", arguments->scan.input_format,
                   "json, ndjson, concatenated or csv (default: by content)")
      ->group(reading);
  command
      ->add_option("--records-at", arguments->scan.records_at,
                   "Where the records are, e.g. '$.data[*]'")
      ->group(reading);
  command
      ->add_option("--detectors", arguments->detector_files,
                   "File with detectors of your own (YAML)")
      ->group(reading);
  command
      ->add_option("--key-file", arguments->key_file,
                   "Person key (default: a fresh one for this run)")
      ->group(reading);
  command->add_option("--threads", arguments->threads, "Workers (default: one per core)")
      ->check(CLI::Range(1U, 1024U))
      ->group(reading);
  command->add_option("--progress", session.progress, "auto, never or json (one line a second)")
      ->check(CLI::IsMember({"auto", "never", "json"}))
      ->group("Output");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return check(session, *arguments); });
}

}  // namespace kouan::cli
