#pragma once

/// \file
/// Completion scripts for shells, from a tree of commands. Pure. [any thread]

#include <string>
#include <string_view>
#include <vector>

namespace kouan::cli {

struct CompletionOption {
  std::vector<std::string> names;  // "--lang", "-q"
  std::string what;
  bool takes_value = false;
};

struct CompletionCommand {
  std::string name, what;
  std::vector<CompletionOption> options;
  std::vector<CompletionCommand> commands;
};

/// `shell` is bash, zsh or fish; empty for any other.
std::string completion_script(const CompletionCommand& root, std::string_view shell);

}  // namespace kouan::cli
