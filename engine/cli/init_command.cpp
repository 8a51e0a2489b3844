#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/init_profile.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace kouan::cli {
namespace {

namespace fs = std::filesystem;

struct InitArguments {
  std::string directory = ".";
  bool force = false, print = false;
};

Result<int> init(const Session& session, const InitArguments& arguments) {
  if (arguments.print) {
    return write_stdout(profile_template()).map([] { return 0; });
  }
  std::error_code problem;
  if (!fs::is_directory(arguments.directory, problem)) {
    return fail(ErrorCode::io, "expected a directory, found none",
                {arguments.directory, {}, 0, 0, 0});
  }
  const std::string file = (fs::path(arguments.directory) / "kouan.yaml").string();
  // A link counts as there, wherever it leads: it is not for us to replace it.
  const bool there = fs::symlink_status(file, problem).type() != fs::file_type::not_found;
  if (there && !arguments.force) {
    return fail(ErrorCode::io, "expected no such file yet, found one (--force replaces it)",
                {file, {}, 0, 0, 0});
  }
  if (auto written = write_file(file, profile_template()); !written)
    return tl::unexpected<Error>(written.error());
  notice(session, session.language() == Language::zh
                      ? file + " 已写入；请填写已知事实，未知的保持原样"
                      : file + " is written; fill in what is known and leave the rest as it is");
  return 0;
}

}  // namespace

void add_init(CLI::App& root, Session& session) {
  CLI::App* const command =
      root.add_subcommand("init", "Write a commented kouan.yaml for the facts of an export");
  auto arguments = std::make_shared<InitArguments>();
  command->add_option("directory", arguments->directory, "Where the data are (default: here)");
  command->add_flag("--force", arguments->force, "Replace a kouan.yaml that is there");
  command->add_flag("--print", arguments->print, "Write to standard output instead");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return init(session, *arguments); });
}

}  // namespace kouan::cli
