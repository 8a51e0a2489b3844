#include "cli/usage_error.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/session.hpp"
#include "config/did_you_mean.hpp"
#include "ruleset/condition.hpp"

namespace kouan::cli {
namespace {

// A check answers before the language is known: its parts are told apart by this and put into words
// when the message is made.
constexpr char between = '\x1f';

std::string joined(const std::vector<std::string>& words, std::string_view between_words) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += between_words;
    out += word;
  }
  return out;
}

std::string complaint(std::string_view kind, std::string_view expected, std::string_view found) {
  std::string out(1, between);
  for (const auto part : {kind, expected, found}) (out += part) += between;
  return out;
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == between) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

LocalText same(const std::string& text) {
  return {text, text};
}

LocalText expected_found(const LocalText& expected, const LocalText& found) {
  return {"应为" + expected.zh + "，实为" + found.zh,
          "expected " + expected.en + ", found " + found.en};
}

LocalText quoted(const std::string& word) {
  return {"“" + word + "”", "'" + word + "'"};
}

/// "--threads: \x1fnumber\x1f1-1024\x1f0\x1f" in words.
LocalText of_check(const std::string& what) {
  const auto parts = parts_of(what);
  const std::string& option = parts[0];
  const std::string& kind = parts[1];
  LocalText text = expected_found({"一个值", "a value"}, {"空文本", "an empty text"});
  if (kind == "word") {
    text = expected_found({"下列之一：" + parts[2], "one of " + parts[2]}, quoted(parts[3]));
  } else if (kind == "number") {
    text = expected_found({" " + parts[2] + " 之间的整数", "a whole number in " + parts[2]},
                          quoted(parts[3]));
  }
  return {option + text.zh, option + text.en};
}

struct Place {
  std::string_view name;
  const char* zh;
  const char* en;
};

/// What stands in a place of the command line that must not be empty.
constexpr std::array<Place, 9> places = {{
    {"paths", "数据文件或目录的路径，或表示标准输入的 -",
     "the path of a file or directory, or - for standard input"},
    {"state", "状态文件，或表示标准输入的 -", "a state file, or - for standard input"},
    {"states", "状态文件", "state files"},
    {"id", "要说明的编号", "an id to explain"},
    {"file", "文件", "a file"},
    {"folder", "规则文件所在的文件夹", "a folder of rule files"},
    {"given", "清单的编号或文件", "ids or files of lists"},
    {"pack", "规则包文件", "a pack of rules"},
    {"A subcommand", "子命令", "a subcommand"},
}};

LocalText of_missing(const std::string& what) {
  const std::string name = what.substr(0, what.find(" is required"));
  const auto* const known = std::ranges::find(places, name, &Place::name);
  const LocalText expected = known == places.end() ? same(name) : LocalText{known->zh, known->en};
  return expected_found(expected, {"没有给出", "none"});
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : command.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

LocalText of_extra(const std::string& what, const CLI::App& command) {
  const std::string found = what.substr(what.rfind(": ") + 2);
  const std::string first = found.substr(0, found.find(' '));
  const LocalText text =
      expected_found({"该命令认识的参数", "arguments that the command knows"}, quoted(first));
  const std::string hint = did_you_mean_hint(first, option_names(command));
  return {text.zh + hint, text.en + hint};
}

const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : chosen(*commands.front());
}

std::string command_line(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return app.get_name() + (commands.empty() ? "" : " " + command_line(*commands.front()));
}

bool is(int exit_code, CLI::ExitCodes kind) {
  return exit_code == static_cast<int>(kind);
}

LocalText in_words(const CLI::Error& error, const CLI::App& command) {
  const std::string what = error.what();
  if (what.find(between) != std::string::npos) return of_check(what);
  const int kind = error.get_exit_code();
  if (is(kind, CLI::ExitCodes::RequiredError)) return of_missing(what);
  if (is(kind, CLI::ExitCodes::ExtrasError)) return of_extra(what, command);
  const std::size_t colon = what.find(": ");
  if (is(kind, CLI::ExitCodes::ArgumentMismatch) && colon != std::string::npos) {
    const LocalText text = expected_found({"其后有一个值", "a value behind it"}, {"没有", "none"});
    return {what.substr(0, colon + 2) + text.zh, what.substr(0, colon + 2) + text.en};
  }
  return same(what);
}

}  // namespace

CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto check = [words](const std::string& found) {
    if (std::ranges::find(words, found) != words.end()) return std::string();
    return complaint("word", joined(words, ", "), found);
  };
  return {check, "{" + joined(words, ",") + "}", "word"};
}

CLI::Validator number_in(std::uint64_t least, std::uint64_t most) {
  const std::string range = std::to_string(least) + "–" + std::to_string(most);
  const auto check = [least, most, range](const std::string& found) {
    std::uint64_t value = 0;
    const char* const end = found.data() + found.size();
    const auto [stop, problem] = std::from_chars(found.data(), end, value);
    const bool fits = problem == std::errc{} && stop == end && value >= least && value <= most;
    return fits ? std::string() : complaint("number", range, found);
  };
  return {check, range, "number"};
}

void refuse_empty_values(CLI::App& command) {
  for (CLI::Option* const option : command.get_options([](const CLI::Option*) { return true; })) {
    if (option->get_items_expected_max() == 0) continue;
    const auto check = [](const std::string& found) {
      return found.empty() ? complaint("empty", "", "") : std::string();
    };
    option->check(CLI::Validator(check, "", "not empty"));
  }
  for (CLI::App* const sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    refuse_empty_values(*sub);
  }
}

std::string usage_message(const CLI::Error& error, const CLI::App& app, Language language) {
  const LocalText text = in_words(error, chosen(app));
  const std::string help = command_line(app) + " --help";
  const Error ours{
      ErrorCode::invalid_usage,
      language == Language::zh ? text.zh + "；用法见 " + help : text.en + "; see " + help,
      {}};
  return describe(ours);
}

}  // namespace kouan::cli
