#include "cli/judge_arguments.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cli/output.hpp"
#include "cli/plugins_linked.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"
#include "report/text_report.hpp"

namespace kouan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* profile_name = "kouan.yaml";

tl::unexpected<Error> usage(std::string message) {
  return fail(ErrorCode::invalid_usage, std::move(message));
}

Result<Tri> parse_tri(const std::string& flag, const std::string& word) {
  if (word == "yes") return Tri::yes;
  if (word == "no") return Tri::no;
  if (word == "unknown") return Tri::unknown;
  return usage(flag + ": expected yes, no or unknown, found '" + word + "'");
}

/// "a=b" apart; the '=' is looked for from the right, since paths may hold one.
Result<std::pair<std::string, std::string>> parse_pair(const std::string& flag,
                                                       const std::string& text) {
  const std::size_t sign = text.rfind('=');
  if (sign == std::string::npos || sign == 0 || sign + 1 == text.size()) {
    return usage(flag + ": expected NAME=VALUE, found '" + text + "'");
  }
  return std::pair(text.substr(0, sign), text.substr(sign + 1));
}

/// A file that somebody else could have put there is not believed.
bool is_trustworthy(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  const bool ours = status.st_uid == ::geteuid() || status.st_uid == 0;
  return ours && (status.st_mode & S_IWOTH) == 0;
}

std::string discover_profile(const Session& session, const std::vector<std::string>& data_paths) {
  for (const std::string& path : data_paths) {
    if (path == "-") continue;
    std::error_code problem;
    const fs::path folder =
        fs::is_directory(path, problem) ? fs::path(path) : fs::path(path).parent_path();
    const fs::path file = folder / profile_name;
    if (!fs::exists(file, problem)) continue;
    if (is_trustworthy(file)) return file.string();
    notice(session, file.string() +
                        " is not used: it belongs to somebody else or everybody may write to it "
                        "(--profile FILE takes it all the same)");
  }
  return {};
}

Result<void> apply_flags(const JudgeArguments& arguments, Profile& profile) {
  if (!arguments.ciio.empty()) {
    KOUAN_TRY(profile.ciio, parse_tri("--ciio", arguments.ciio));
    profile.sources["handler.ciio"] = "--ciio";
  }
  for (const std::string& text : arguments.answers) {
    KOUAN_TRY(auto pair, parse_pair("--answer", text));
    KOUAN_TRY(const Tri answer, parse_tri("--answer " + pair.first, pair.second));
    if (pair.first == "ciio") profile.ciio = answer;
    profile.answers[pair.first] = answer;
    profile.sources["answers." + pair.first] = "--answer";
  }
  for (const std::string& text : arguments.fields) {
    KOUAN_TRY(auto pair, parse_pair("--field", text));
    profile.fields[pair.first] = pair.second;
    profile.sources["fields." + pair.first] = "--field";
  }
  if (!arguments.scenarios.empty()) {
    profile.scenarios.clear();
    for (const std::string& id : arguments.scenarios) profile.scenarios.push_back({id, {}});
    profile.sources["scenarios"] = "--scenario";
  }
  return {};
}

std::string data_home() {
  const char* const xdg = std::getenv("XDG_DATA_HOME");
  if (xdg != nullptr && *xdg == '/') return std::string(xdg) + "/kouan/lists";
  const char* const home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? std::string()
                                          : std::string(home) + "/.local/share/kouan/lists";
}

/// --list takes ids and files; a file is what looks like one.
bool is_list_file(const std::string& list) {
  return list.ends_with(".yaml") || list.ends_with(".yml");
}

/// The id of the list that came from this argument.
std::string list_id(const RuleSet& rules, const std::string& argument) {
  for (const auto& [id, list] : rules.lists) {
    if (is_list_file(argument) && list.file == argument) return id;
  }
  return argument;
}

/// The file that an unknown scenario or answer must stand in, when no flag gave any.
std::string file_of_facts(const JudgeArguments& arguments, const Profile& profile) {
  if (!arguments.scenarios.empty() || !arguments.answers.empty() || !arguments.lists.empty() ||
      !arguments.fields.empty() || !arguments.without.empty() || !arguments.subjects.empty()) {
    return {};
  }
  for (const auto& [fact, source] : profile.sources) {
    if (!source.starts_with("--")) return source;
  }
  return {};
}

/// The day of judgement is a fact like others, and says where it comes from.
Profile with_day_source(Profile profile, const JudgeArguments& arguments) {
  const auto from_export = profile.sources.find("export.date");
  if (!arguments.as_of.empty()) {
    profile.sources["as_of"] = "--as-of";
  } else if (profile.export_date && from_export != profile.sources.end()) {
    profile.sources["as_of"] = from_export->second;
  }
  return profile;
}

}  // namespace

void JudgeArguments::add_to(CLI::App& command, Session& session) {
  const auto facts = "Facts";
  command
      .add_option("--list", lists, "Judge by this negative list, e.g. beijing/2024; or a list file")
      ->group(facts);
  command.add_option("--scenario", scenarios, "Declared business scenario, e.g. retail.membership")
      ->group(facts);
  command
      .add_option("--profile", profile_file,
                  "Facts of handler and export (default: kouan.yaml beside the data)")
      ->group(facts);
  command.add_flag("--no-discover", no_discover, "Do not look for kouan.yaml")->group(facts);
  command
      .add_option("--ciio", ciio,
                  "Is the handler a critical information infrastructure operator? yes or no")
      ->group(facts);
  command.add_option("--answer", answers, "Answer a question: ID=yes|no")->group(facts);
  command
      .add_option("--field", fields, "Correct the meaning of a field: PATH=CONCEPT or PATH=none")
      ->group(facts);
  command.add_option("--subject", subjects, "Only this concept or path identifies persons")
      ->group(facts);
  command
      .add_option("--as-of", as_of,
                  "Judge by the law of this day (default: the export date, else today)")
      ->group(facts);
  const auto verdict = "Verdict";
  command.add_option("--without", without, "Judge as if this path were not exported")
      ->group(verdict);
  command.add_flag("--strict", strict, "Turn assumptions into questions")->group(verdict);
  command
      .add_option("--accept-gaps", accept_gaps, "Accept that N records were lost; needs --reason")
      ->check(number_in(0, 1'000'000'000'000))
      ->group(verdict);
  command.add_option("--reason", accept_reason, "Why the gaps are accepted")->group(verdict);
  command
      .add_option("--fail-on", fail_on,
                  "Lightest outcome that ends in 1: contract_or_certification, security_assessment "
                  "or never")
      ->check(one_of({"contract_or_certification", "security_assessment", "never"}))
      ->group(verdict);
  command
      .add_option("--format", session.formats,
                  "text or json, with =FILE to write a file; repeatable")
      ->group("Output");
  command.add_flag("--plain", plain, "Text without colour, last line for programs")
      ->group("Output");
  command
      .add_option("--redact", redact,
                  "Evidence: full (none), partial (masked); raw values are never kept")
      ->check(one_of({"full", "partial"}))
      ->group("Output");
}

Result<Profile> read_profile(const Session& session, const JudgeArguments& arguments,
                             const std::vector<std::string>& data_paths) {
  std::string file = arguments.profile_file;
  if (file.empty() && !arguments.no_discover) file = discover_profile(session, data_paths);
  Profile profile;
  if (!file.empty()) {
    KOUAN_TRY(profile, load_profile(file));
  }
  KOUAN_TRY([[maybe_unused]] const auto applied,
            apply_flags(arguments, profile).map([] { return true; }));
  return profile;
}

Result<std::shared_ptr<const RuleSet>> read_rules(const JudgeArguments& arguments,
                                                  const std::vector<std::string>& detector_files) {
  RuleSources sources;
  sources.detector_files = detector_files;
  sources.user_directory = data_home();
  for (const std::string& list : arguments.lists) {
    if (is_list_file(list)) sources.list_files.push_back(list);
  }
  KOUAN_TRY(auto rules, load_rules(sources));
  return std::make_shared<const RuleSet>(std::move(rules));
}

report::ToolInfo tool_info(std::uint64_t seconds) {
  report::ToolInfo tool;
  tool.version = version_text();
  for (const kouan_plugin* const plugin : linked_plugins()) {
    tool.plugins.push_back({plugin->id, plugin->version, "linked in"});
  }
  tool.seconds = seconds;
  char host[256] = {};
  if (::gethostname(host, sizeof host - 1) == 0) tool.host = host;
  return tool;
}

Result<JudgeOptions> judge_options(const JudgeArguments& arguments, const RuleSet& rules,
                                   const Profile& profile) {
  JudgeOptions options;
  for (const std::string& list : arguments.lists) options.lists.push_back(list_id(rules, list));
  options.subjects = arguments.subjects;
  options.without.insert(arguments.without.begin(), arguments.without.end());
  options.strict = arguments.strict;
  options.accept_gaps = arguments.accept_gaps;
  options.accept_reason = arguments.accept_reason;
  options.as_of = profile.export_date ? *profile.export_date : today_in_china();
  if (!arguments.as_of.empty()) {
    const auto date = parse_date(arguments.as_of);
    if (!date)
      return usage("--as-of: expected a date such as 2026-11-23, found '" + arguments.as_of + "'");
    options.as_of = *date;
  }
  if (arguments.accept_gaps != 0 && arguments.accept_reason.empty()) {
    return usage("--accept-gaps: expected --reason TEXT beside it, found none");
  }
  return options;
}

Result<int> judge_and_report(const Session& session, const JudgeArguments& arguments,
                             const RuleSet& rules, const Profile& profile, const ScanState& state,
                             report::ToolInfo tool) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const JudgeOptions options, judge_options(arguments, rules, profile));
  auto judged = judge(state, rules, with_day_source(profile, arguments), options);
  if (!judged) {
    Error error = judged.error();
    if (error.origin.file.empty()) error.origin.file = file_of_facts(arguments, profile);
    return tl::unexpected<Error>(std::move(error));
  }
  const Judgement& judgement = *judged;
  tool.scan_digest = state.scan_digest;
  const FailOn fail_on = arguments.fail_on.empty()
                             ? FailOn::any
                             : parse_fail_on(arguments.fail_on).value_or(FailOn::any);
  const bool accepted = arguments.accept_gaps != 0;
  for (const FormatTarget& target : targets) {
    std::string text;
    if (target.format == "json") {
      report::JsonOptions json;
      json.samples = arguments.redact != "full";
      text = report::json_report(judgement, tool, json);
    } else {
      report::TextOptions plain;
      plain.language = session.language();
      plain.color = target.file.empty() && !arguments.plain && session.color_on_stdout();
      plain.plain = arguments.plain;
      plain.samples = arguments.redact != "full";
      plain.fail_on = fail_on;
      plain.gaps_accepted = accepted;
      text = report::text_report(judgement, rules.concepts, plain);
    }
    if (auto written = deliver(target, text); !written)
      return tl::unexpected<Error>(written.error());
  }
  return exit_code(judgement, fail_on, accepted);
}

}  // namespace kouan::cli
