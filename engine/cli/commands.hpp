#pragma once

/// \file
/// The commands of the program: one file each, one line each in main.cpp.

namespace CLI {
class App;
}

namespace kouan::cli {

struct Session;

/// Adds a command with its options; it runs when the command line names it.
using AddCommand = void (*)(CLI::App& root, Session& session);

void add_check(CLI::App& root, Session& session);
void add_scan(CLI::App& root, Session& session);
void add_merge(CLI::App& root, Session& session);
void add_judge(CLI::App& root, Session& session);
void add_state(CLI::App& root, Session& session);
void add_inspect(CLI::App& root, Session& session);
void add_explain(CLI::App& root, Session& session);
void add_lists(CLI::App& root, Session& session);
void add_init(CLI::App& root, Session& session);
void add_key(CLI::App& root, Session& session);
void add_plugins(CLI::App& root, Session& session);
void add_completion(CLI::App& root, Session& session);

}  // namespace kouan::cli
