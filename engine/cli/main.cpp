#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"
#include "config/did_you_mean.hpp"

namespace kouan::cli {
namespace {

constexpr AddCommand all_commands[] = {
    add_check,   add_scan,  add_merge,   add_judge, add_state, add_inspect,
    add_explain, add_lists, add_plugins, add_key,   add_init,  add_completion,
};

constexpr const char* examples =
    "\nExamples:\n"
    "  kouan check exports/2026-11/                       what does this export need?\n"
    "  kouan check members.csv --ciio no --lang en\n"
    "  kouan check - --format json=report.json < data.ndjson\n"
    "\nExit codes: 0 nothing needed, 1 something needed, 2 could not run, 3 undetermined.\n";

/// An option that may be repeated takes one value each time: `--format json data/` names a format
/// and a path, not two formats.
void take_one_value_each(CLI::App& command) {
  for (CLI::Option* const option : command.get_options([](const CLI::Option*) { return true; })) {
    if (option->nonpositional()) option->allow_extra_args(false);
  }
  for (CLI::App* const sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    take_one_value_each(*sub);
  }
}

/// Writes to standard output and returns the exit code that this earns.
int say(const std::string& text, int exit_code) {
  const auto written = write_stdout(text);
  if (written) return exit_code;
  write_stderr(describe(written.error()));
  return 2;
}

Result<void> check_command_name(const CLI::App& app, const std::string& name) {
  std::vector<std::string> names;
  for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  if (std::find(names.begin(), names.end(), name) != names.end()) return {};
  return fail(ErrorCode::invalid_usage,
              "there is no command '" + name + "'" + did_you_mean_hint(name, names));
}

/// The language that was asked for, although the command line was never read to its end.
Language spoken_language(int argc, char** argv, const Session& session) {
  Session asked = session;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.rfind("--lang=", 0) == 0) asked.language_word = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) asked.language_word = argv[i + 1];
  }
  if (asked.language_word != "zh" && asked.language_word != "en") asked.language_word.clear();
  return asked.language();
}

int run(int argc, char** argv) {
  CLI::App app{"kouan: what does the export of this dataset from mainland China need?", "kouan"};
  Session session;
  bool show_version = false;
  bool verbose = false;
  app.footer(examples);
  app.require_subcommand(0, 1);
  app.add_flag("--version", show_version, "Print the version");
  app.add_flag("--verbose", verbose, "With --version: compiler, libraries, digest of the rules");
  for (const AddCommand add : all_commands) add(app, session);
  take_one_value_each(app);
  refuse_empty_values(app);
  if (argc > 1 && argv[1][0] != '-') {
    if (auto known = check_command_name(app, argv[1]); !known) {
      write_stderr(describe(known.error()));
      return 2;
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help is an "error" of code 0 to CLI11; a wrong command line is "could not run".
    if (error.get_exit_code() == 0) return app.exit(error) == 0 ? 0 : 2;
    write_stderr(usage_message(error, app, spoken_language(argc, argv, session)));
    return 2;
  }
  if (show_version) {
    return say("kouan " + version_text() + "\n" + (verbose ? version_details() : ""), 0);
  }
  if (app.get_subcommands().empty()) return say(app.help(), 2);
  return session.exit_code;
}

}  // namespace
}  // namespace kouan::cli

int main(int argc, char** argv) {
  // A reader that goes away is told by EPIPE, where it can be handled.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return kouan::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    kouan::cli::write_stderr("kouan: out of memory\n");
  } catch (const std::exception& error) {
    kouan::cli::write_stderr(std::string("kouan: internal error: ") + error.what() + "\n");
  }
  return 2;
}
