#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/scan_arguments.hpp"
#include "state/state_file.hpp"

namespace kouan::cli {
namespace {

struct ScanCommand {
  ScanArguments scan;
  std::string profile_file, stdin_name, output;
};

/// Standard input has no name of its own: two parts that came through it would look like one file.
void name_standard_input(Coverage& coverage, const std::string& name) {
  if (name.empty()) return;
  const auto rename = [&name](std::string& path) {
    if (path == "-") path = name;
  };
  for (auto& file : coverage.files) rename(file.path);
  for (auto& gap : coverage.gaps) rename(gap.file);
  for (auto& one : coverage.ignored) rename(one.path);
}

Result<int> scan(const Session& session, const ScanCommand& arguments) {
  if (arguments.scan.key_file.empty()) {
    return fail(ErrorCode::invalid_usage,
                "expected --key-file FILE, found none: people are recognised across states only "
                "under one key (make one with: kouan key new FILE)");
  }
  KOUAN_TRY(const PersonKey key, PersonKey::load(arguments.scan.key_file));
  KOUAN_TRY(const auto rules, read_rules({}, arguments.scan.detector_files));
  Profile profile;
  if (!arguments.profile_file.empty()) {
    KOUAN_TRY(profile, load_profile(arguments.profile_file));
  }
  // A part without a record is a part: it merges with the others.
  ScanArguments how = arguments.scan;
  how.request.may_be_empty = true;
  KOUAN_TRY(FinishedScan scan, run_scan(session, how, rules, profile, key));
  name_standard_input(scan.state.coverage(), arguments.stdin_name);
  return write_state(scan.state, rules->concepts, arguments.output).map([] { return 0; });
}

}  // namespace

void add_scan(CLI::App& root, Session& session) {
  CLI::App* const command = root.add_subcommand(
      "scan", "Read data into a state that merges with others and can be judged many times");
  auto arguments = std::make_shared<ScanCommand>();
  arguments->scan.add_to(*command, session);
  command->add_option("--key-file", arguments->scan.key_file,
                      "Person key, the same for all parts (kouan key new FILE)");
  command->add_option("-o,--output", arguments->output, "The state file; - for standard output")
      ->required();
  command
      ->add_option("--profile", arguments->profile_file,
                   "Profile whose file patterns the files are held against")
      ->group("Reading");
  command
      ->add_option("--stdin-name", arguments->stdin_name,
                   "What standard input is called in the state; give every part its own")
      ->group("Reading");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return scan(session, *arguments); });
}

}  // namespace kouan::cli
