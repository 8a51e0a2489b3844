#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "cli/program.hpp"

using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::run;
using kouan::test::run_program;
using kouan::test::TemporaryFolder;

namespace {

/// Commands and long flags as the help of a command names them.
struct Help {
  std::set<std::string> commands, flags;
};

Help help_of(std::vector<std::string> path) {
  path.emplace_back("--help");
  Help help;
  bool commands = false;
  for (const std::string& line : lines_of(run(path).out)) {
    if (line.find("ubcommands:") != std::string::npos) {
      commands = true;
      continue;
    }
    // An empty line ends the list of commands; examples follow.
    if (line.empty()) commands = false;
    if (!line.starts_with("  ") || line.starts_with("   ")) continue;
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (commands) help.commands.insert(word);
    if (!word.starts_with("-")) continue;
    const std::size_t flag = word.find("--");
    if (flag != std::string::npos) help.flags.insert(word.substr(flag));
  }
  return help;
}

/// What bash offers for a line whose last word is being typed.
std::set<std::string> offered(const std::string& script, const std::string& line) {
  const std::string ask = "source '" + script +
                          "' || exit 9\n"
                          "COMP_WORDS=(" +
                          line +
                          ")\n"
                          "[[ '" +
                          line +
                          "' == *' ' ]] && COMP_WORDS+=('')\n"
                          "COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))\n"
                          "_kouan\n"
                          "printf '%s\\n' \"${COMPREPLY[@]}\"\n";
  const Ended ended = run_program("bash", {"--norc", "-c", ask});
  REQUIRE(ended.exit_code == 0);
  REQUIRE(ended.err.empty());
  std::set<std::string> words;
  for (const std::string& one : lines_of(ended.out)) {
    if (!one.empty()) words.insert(one);
  }
  return words;
}

void check_all_offered(const std::string& script, const std::vector<std::string>& path) {
  const Help help = help_of(path);
  std::string line = "kouan ";
  for (const std::string& word : path) line += word + " ";
  CAPTURE(line);
  REQUIRE(path.size() < 4);
  CHECK_FALSE(help.flags.empty());
  const auto flags = offered(script, line + "--");
  for (const std::string& flag : help.flags) {
    CAPTURE(flag);
    CHECK(flags.contains(flag));
  }
  const auto commands = offered(script, line);
  for (const std::string& command : help.commands) {
    CAPTURE(command);
    CHECK(commands.contains(command));
    auto below = path;
    below.push_back(command);
    check_all_offered(script, below);
  }
}

}  // namespace

TEST_CASE("bash offers every command and every long flag that the help names", "[completion]") {
  const Ended ended = run({"completion", "bash"});
  REQUIRE(ended.exit_code == 0);
  const TemporaryFolder folder;
  const std::string script = folder.write("kouan.bash", ended.out);
  const Help root = help_of({});
  for (const char* const one : {"check", "inspect", "explain", "lists", "plugins", "key", "init"}) {
    CHECK(root.commands.contains(one));
  }
  check_all_offered(script, {});
}

TEST_CASE("bash completes what is being typed, at its place", "[completion]") {
  const TemporaryFolder folder;
  const std::string script = folder.write("kouan.bash", run({"completion", "bash"}).out);
  CHECK(offered(script, "kouan insp") == std::set<std::string>{"inspect"});
  CHECK(offered(script, "kouan inspect va") == std::set<std::string>{"value"});
  CHECK(offered(script, "kouan lists show --form") == std::set<std::string>{"--format"});
  CHECK(offered(script, "kouan lists --form").empty());
}

TEST_CASE("zsh and fish name every command and flag too", "[completion]") {
  const Help root = help_of({});
  const Help check = help_of({"check"});
  for (const std::string shell : {"zsh", "fish"}) {
    CAPTURE(shell);
    const Ended ended = run({"completion", shell});
    REQUIRE(ended.exit_code == 0);
    for (const std::string& command : root.commands)
      CHECK_THAT(ended.out, Catch::Contains(command));
    for (const std::string& flag : check.flags) {
      CHECK_THAT(ended.out, Catch::Contains(shell == "fish" ? "-l " + flag.substr(2) : flag));
    }
  }
}

TEST_CASE("a shell that is not known is exit code 2", "[completion]") {
  CHECK(run({"completion", "tcsh"}).exit_code == 2);
  CHECK(run({"completion"}).exit_code == 2);
}
