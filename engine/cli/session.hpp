#pragma once

/// \file
/// One run of the program: the options that every command shares, its messages and its end.

#include <functional>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "text/language.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
}

namespace kouan::cli {

struct Session {
  std::vector<std::string> formats;  // "json", "text=report.txt" as given
  std::string language_word;         // zh | en; empty: from the environment
  std::string color = "auto";
  std::string progress = "auto";
  std::string log_level = "warn";
  bool log_json = false;
  bool quiet = false;

  int exit_code = 0;

  Language language() const;
  bool color_on_stdout() const;
  bool progress_on_stderr() const;
};

/// What a command does once its options are parsed; returns the exit code, or why it could not run.
using Action = std::function<Result<int>()>;

/// Adds the options that every command shares: --lang, --color, --log-level ...
void add_common_options(CLI::App& command, Session& session);

/// Lets `command` end in `action`: errors are printed with place and remedy and end in 2.
void on_run(CLI::App& command, Session& session, Action action);

/// "error: message" with file, line and offset; what comes from outside is escaped. A message that
/// exists in English only is given in English.
std::string describe(const Error& error, Language language = Language::en);

/// A remark for the person at the terminal, on standard error; not with --quiet.
void notice(const Session& session, const std::string& text);

/// A format that was asked for: name and file; an empty file is standard output.
struct FormatTarget {
  std::string format, file;
};

/// Splits "json=report.json". Without any: `fallback` on standard output.
/// Error: invalid_usage, for a format that is not among `known`, or two on standard output.
Result<std::vector<FormatTarget>> format_targets(const Session& session,
                                                 const std::vector<std::string>& known,
                                                 const std::string& fallback);

/// Writes a text to its target. Error: io.
Result<void> deliver(const FormatTarget& target, const std::string& text);

}  // namespace kouan::cli
