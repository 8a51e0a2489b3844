#include "cli/session.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <unistd.h>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include "cli/output.hpp"
#include "cli/usage_error.hpp"
#include "config/did_you_mean.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// The first of these that is set says the language, as POSIX has it.
std::string_view locale() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = environment(name); !value.empty()) return value;
  }
  return {};
}

void start_log(const Session& session) {
  auto logger = spdlog::stderr_logger_mt("kouan");
  logger->set_level(spdlog::level::from_str(session.log_level));
  logger->set_pattern(session.log_json
                          ? R"({"time":"%Y-%m-%dT%H:%M:%S.%e","level":"%l","message":"%v"})"
                          : "%Y-%m-%d %H:%M:%S.%e [%l] %v");
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace

Language Session::language() const {
  if (!language_word.empty()) return language_word == "zh" ? Language::zh : Language::en;
  return locale().substr(0, 2) == "zh" ? Language::zh : Language::en;
}

bool Session::color_on_stdout() const {
  if (color != "auto") return color == "always";
  if (!environment("NO_COLOR").empty() || environment("TERM") == "dumb") return false;
  if (const auto force = environment("CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  return ::isatty(STDOUT_FILENO) == 1;
}

bool Session::progress_on_stderr() const {
  return progress == "auto" && !quiet && environment("CI").empty() && ::isatty(STDERR_FILENO) == 1;
}

void add_common_options(CLI::App& command, Session& session) {
  command
      .add_option("--lang", session.language_word,
                  "Language of reports: zh or en (default: from the locale)")
      ->check(one_of({"zh", "en"}))
      ->group("Output");
  command.add_option("--color", session.color, "auto, always or never")
      ->check(one_of({"auto", "always", "never"}))
      ->group("Output");
  command.add_option("--log-level", session.log_level, "trace, debug, info, warn, error or off")
      ->check(one_of({"trace", "debug", "info", "warn", "error", "off"}))
      ->group("Output");
  command.add_flag("--log-json", session.log_json, "Log lines as JSON")->group("Output");
  command.add_flag("-q,--quiet", session.quiet, "No remarks on standard error")->group("Output");
}

void on_run(CLI::App& command, Session& session, Action action) {
  command.final_callback([&session, action = std::move(action)] {
    start_log(session);
    const Result<int> ended = action();
    if (ended) {
      session.exit_code = *ended;
      return;
    }
    write_stderr(describe(ended.error(), session.language()));
    session.exit_code = 2;
  });
}

/// A message quotes what somebody wrote, and that may be anybody's number: runs of nine digits or
/// more and the words around an '@' become stars.
std::string without_values(const std::string& message) {
  constexpr std::size_t digits_max = 8;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto ends_word = [](char c) { return c == ' ' || c == '\'' || c == '"'; };
  std::string safe;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t begin = at;
    if (is_digit(message[at])) {
      while (at < message.size() && is_digit(message[at])) ++at;
      safe += at - begin > digits_max ? std::string(8, '*') : message.substr(begin, at - begin);
      continue;
    }
    while (at < message.size() && !ends_word(message[at]) && !is_digit(message[at])) ++at;
    const std::string word = message.substr(begin, at - begin);
    const bool mail = word.size() > 1 && word.find('@') != std::string::npos;
    safe += mail ? std::string(8, '*') : word;
    if (at < message.size() && ends_word(message[at])) safe += message[at++];
  }
  return safe;
}

std::string describe(const Error& error, Language language) {
  const bool chinese = language == Language::zh && !error.zh.empty();
  std::string place;
  const Origin& origin = error.origin;
  if (!origin.file.empty()) place = text::escape_terminal(without_values(origin.file));
  if (origin.line != 0) {
    place += ":" + std::to_string(origin.line);
    if (origin.column != 0) place += ":" + std::to_string(origin.column);
  } else if (origin.byte_offset != 0) {
    place += "@" + std::to_string(origin.byte_offset);
  }
  if (!origin.pointer.empty()) place += " " + text::escape_terminal(origin.pointer);
  return "kouan: " + (place.empty() ? "" : place + ": ") +
         text::escape_terminal(without_values(chinese ? error.zh : error.message)) + "\n";
}

void notice(const Session& session, const std::string& text) {
  if (!session.quiet) write_stderr("kouan: " + text::escape_terminal(text) + "\n");
}

Result<std::vector<FormatTarget>> format_targets(const Session& session,
                                                 const std::vector<std::string>& known,
                                                 const std::string& fallback) {
  std::vector<FormatTarget> targets;
  for (const std::string& one : session.formats) {
    const std::size_t sign = one.find('=');
    FormatTarget target{one.substr(0, sign), sign == std::string::npos ? "" : one.substr(sign + 1)};
    if (std::find(known.begin(), known.end(), target.format) == known.end()) {
      return fail(ErrorCode::invalid_usage, "--format: '" + target.format +
                                                "' is not a format of this command" +
                                                did_you_mean_hint(target.format, known));
    }
    targets.push_back(std::move(target));
  }
  if (targets.empty()) targets.push_back({fallback, {}});
  const auto on_stdout = std::count_if(targets.begin(), targets.end(),
                                       [](const auto& one) { return one.file.empty(); });
  if (on_stdout > 1) {
    return fail(ErrorCode::invalid_usage,
                "--format: only one format can go to standard output; give the others a file, e.g. "
                "json=report.json");
  }
  return targets;
}

Result<void> deliver(const FormatTarget& target, const std::string& text) {
  return target.file.empty() ? write_stdout(text) : write_file(target.file, text);
}

}  // namespace kouan::cli
