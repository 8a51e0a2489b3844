#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/judge_matrix.hpp"
#include "cli/plugins_linked.hpp"
#include "cli/scan_arguments.hpp"
#include "state/coverage_check.hpp"
#include "state/state_file.hpp"

namespace kouan::cli {
namespace {

struct JudgeCommand {
  std::string state;
  JudgeArguments judge;
  std::vector<std::string> detector_files;
  bool matrix = false;
};

/// Files are labelled while they are scanned: a pattern that was not asked for then matched nothing
/// by mere silence.
Result<void> check_globs(const ScanState& state, const Profile& profile, const std::string& file) {
  for (const std::string& glob : file_globs(profile)) {
    if (std::binary_search(state.globs.begin(), state.globs.end(), glob)) continue;
    return fail(ErrorCode::invalid_usage,
                "expected a state scanned for the file pattern '" + glob +
                    "' of the profile, found one without it (scan again with --profile)",
                {file, {}, 0, 0, 0});
  }
  return {};
}

/// New lists judge old states; new words and detectors do not reach them.
Result<void> compare_rules(const Session& session, const ScanState& state,
                           const std::shared_ptr<const RuleSet>& rules) {
  KOUAN_TRY(const auto setup, ScanSetup::make(rules, linked_plugins(), PersonKey::random()));
  if (setup->scan_digest != state.scan_digest) {
    notice(session,
           "the state was scanned by other detectors, words or limits than these: what they would "
           "find is not in it");
  }
  return {};
}

Result<int> judge_state(const Session& session, const JudgeCommand& arguments) {
  KOUAN_TRY(const auto rules, read_rules(arguments.judge, arguments.detector_files));
  KOUAN_TRY(const Profile profile, read_profile(session, arguments.judge, {}));
  KOUAN_TRY(StateFile file, read_state(arguments.state, rules->concepts));
  ScanState& state = file.state;
  if (auto known = check_globs(state, profile, arguments.state); !known) {
    return tl::unexpected<Error>(known.error());
  }
  if (auto compared = compare_rules(session, state, rules); !compared) {
    return tl::unexpected<Error>(compared.error());
  }
  if (state.coverage().records() == 0 && state.coverage().complete()) {
    return fail(ErrorCode::io, "expected records, found none: there is nothing to judge",
                {arguments.state, {}, 0, 0, 0});
  }
  for (const Gap& gap : missing_ranges(state.coverage())) state.coverage().add_gap(gap);
  state.coverage().sort();
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
