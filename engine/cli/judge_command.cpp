#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/judge_matrix.hpp"
#include "cli/judged_state.hpp"

namespace kouan::cli {
namespace {

struct JudgeCommand {
  std::string state;
  JudgeArguments judge;
  std::vector<std::string> detector_files;
  bool matrix = false;
};

Result<int> judge_state(const Session& session, const JudgeCommand& arguments) {
  KOUAN_TRY(const auto rules, read_rules(arguments.judge, arguments.detector_files));
  KOUAN_TRY(const Profile profile, read_profile(session, arguments.judge, {}));
  KOUAN_TRY(const ScanState state, read_judgeable(arguments.state, *rules, profile));
  // New lists judge old states; new words and detectors do not reach them.
  KOUAN_TRY(const std::string scan_digest, scan_digest_of(rules));
  if (scan_digest != state.scan_digest) {
    notice(session,
           "the state was scanned by other detectors, words or limits than these: what they would "
           "find is not in it");
  }
  if (arguments.matrix) {
    return matrix_and_report(session, arguments.judge, *rules, profile, state);
  }
  return judge_and_report(session, arguments.judge, *rules, profile, state, tool_info(0));
}

}  // namespace

void add_judge(CLI::App& root, Session& session) {
  CLI::App* const command = root.add_subcommand(
      "judge", "Say what the export of data needs that were scanned before, from their state");
  auto arguments = std::make_shared<JudgeCommand>();
  command->add_option("state", arguments->state, "State file; - for standard input")->required();
  arguments->judge.add_to(*command, session);
  command
      ->add_flag("--matrix", arguments->matrix,
                 "No verdict: what each scenario of each list (of --list, else of all in force) "
                 "would decide")
      ->excludes("--scenario")
      ->group("Verdict");
  command
      ->add_option("--detectors", arguments->detector_files,
                   "File with detectors of your own, as in the scan (YAML)")
      ->group("Facts");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return judge_state(session, *arguments); });
}

}  // namespace kouan::cli
