#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/scan_arguments.hpp"

namespace kouan::cli {
namespace {

struct CheckArguments {
  ScanArguments scan;
  JudgeArguments judge;
};

Result<PersonKey> person_key(const std::string& file) {
  if (file.empty()) return PersonKey::random();
  return PersonKey::load(file);
}

Result<int> check(const Session& session, const CheckArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules(arguments.judge, arguments.scan.detector_files));
  KOUAN_TRY(const Profile profile,
            read_profile(session, arguments.judge, arguments.scan.request.paths));
  KOUAN_TRY(const PersonKey key, person_key(arguments.scan.key_file));
  KOUAN_TRY(const FinishedScan scan, run_scan(session, arguments.scan, rules, profile, key));
  return judge_and_report(session, arguments.judge, *rules, profile, scan.state,
                          tool_info(scan.seconds));
}

}  // namespace

void add_check(CLI::App& root, Session& session) {
  CLI::App* const command = root.add_subcommand(
      "check", "Say what the export of these data needs: scan, count people, judge, report");
  auto arguments = std::make_shared<CheckArguments>();
  arguments->judge.add_to(*command, session);
  arguments->scan.add_to(*command, session);
  command
      ->add_option("--key-file", arguments->scan.key_file,
                   "Person key (default: a fresh one for this run)")
      ->group("Reading");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return check(session, *arguments); });
}

}  // namespace kouan::cli
