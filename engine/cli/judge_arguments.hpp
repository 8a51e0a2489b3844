#pragma once

/// \file
/// The options that `check` and `judge` share: facts, lists, answers, and what a report shows.

#include <cstdint>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"
#include "judge/judge.hpp"
#include "report/exit_code.hpp"
#include "report/json_report.hpp"
#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::cli {

struct JudgeArguments {
  std::string profile_file;
  std::vector<std::string> lists, scenarios, answers, fields, subjects, without;
  std::string ciio, as_of;
  std::string fail_on, redact = "partial";
  bool strict = false, plain = false, no_discover = false;
  std::uint64_t accept_gaps = 0;
  std::string accept_reason;

  void add_to(CLI::App& command, Session& session);
};

/// The profile: --profile, else kouan.yaml beside the data, with the flags over it. Every fact
/// remembers where it came from. Error: as parse_profile(); invalid_usage for a flag's value.
Result<Profile> read_profile(const Session& session, const JudgeArguments& arguments,
                             const std::vector<std::string>& data_paths);

/// The rules: those compiled in, those of the user's directory, and --list files.
Result<std::shared_ptr<const RuleSet>> read_rules(const JudgeArguments& arguments,
                                                  const std::vector<std::string>& detector_files);

/// The options of judge(): lists by id, day, what is left out. Error: invalid_usage.
Result<JudgeOptions> judge_options(const JudgeArguments& arguments, const RuleSet& rules,
                                   const Profile& profile);

/// Judges a state and writes the reports; returns the exit code.
Result<int> judge_and_report(const Session& session, const JudgeArguments& arguments,
                             const RuleSet& rules, const Profile& profile, const ScanState& state,
                             report::ToolInfo tool);

/// Version, plugins, host; `seconds` of the scan.
report::ToolInfo tool_info(std::uint64_t seconds);

}  // namespace kouan::cli
