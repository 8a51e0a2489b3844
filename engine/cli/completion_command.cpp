#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/completion_scripts.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/usage_error.hpp"

namespace kouan::cli {
namespace {

CompletionOption read_option(const CLI::Option& option) {
  CompletionOption read;
  for (const std::string& name : option.get_lnames()) read.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) read.names.push_back("-" + name);
  read.what = option.get_description();
  read.takes_value = option.get_items_expected_max() != 0;
  return read;
}

/// The tree of commands as CLI11 has it, so that no list can be forgotten.
CompletionCommand read_command(const CLI::App& app) {
  CompletionCommand read{app.get_name(), app.get_description(), {}, {}};
  for (const CLI::Option* const option : app.get_options()) {
    if (!option->nonpositional()) continue;
    read.options.push_back(read_option(*option));
  }
  for (const CLI::App* const sub : app.get_subcommands({})) {
    read.commands.push_back(read_command(*sub));
  }
  return read;
}

}  // namespace

void add_completion(CLI::App& root, Session& session) {
  CLI::App* const command =
      root.add_subcommand("completion", "Write completions for a shell: source them");
  auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  add_common_options(*command, session);
  on_run(*command, session, [&root, shell]() -> Result<int> {
    return write_stdout(completion_script(read_command(root), *shell)).map([] { return 0; });
  });
}

}  // namespace kouan::cli
