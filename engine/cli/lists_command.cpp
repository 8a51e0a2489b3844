#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/lists_cases.hpp"
#include "cli/lists_checks.hpp"
#include "cli/lists_diff.hpp"
#include "cli/lists_files.hpp"
#include "cli/lists_packs.hpp"
#include "cli/lists_tables.hpp"
#include "cli/lists_words.hpp"
#include "cli/output.hpp"
#include "config/did_you_mean.hpp"
#include "report/added_rules.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan::cli {
namespace {

Result<int> send(const FormatTarget& target, const std::string& text) {
  return deliver(target, text).map([] { return 0; });
}

/// Every subcommand of `lists` takes some ids or files, and --format.
struct Arguments {
  std::vector<std::string> given;
  bool flag = false;  // the one that the verb has of its own
  std::string as_of;  // a day, where the verb asks for one
};

Result<Date> day_of(const std::string& word) {
  if (word.empty()) return today_in_china();
  if (const auto day = parse_date(word)) return *day;
  return fail(ErrorCode::invalid_usage,
              "--as-of: expected a date such as 2026-11-23, found '" + word + "'");
}

Result<int> list_lists(const Session& session, const Arguments& arguments) {
  KOUAN_TRY(const Date day, day_of(arguments.as_of));
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  for (const FormatTarget& target : targets) {
    const bool json = target.format == "json";
    KOUAN_TRY([[maybe_unused]] const int sent,
              send(target, json ? to_text(lists_json(rules->lists, day), JsonStyle::pretty) + "\n"
                                : lists_text(rules->lists, day, session.language()) +
                                      report::added_text(rules->added, session.language())));
  }
  return 0;
}

/// The bytes of a list as they were read: compiled in, from the user's file, or out of a pack.
Result<std::string> content_of(const NegativeList& list) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == list.file) return std::string(file.content);
  }
  const std::size_t inner = list.file.rfind('!');
  if (inner == std::string::npos || !pack::is_pack_name(list.file.substr(0, inner))) {
    return read_text_file(list.file, limits::rule_file_bytes_max);
  }
  KOUAN_TRY(const pack::RulePack opened, read_pack(list.file.substr(0, inner), {}));
  const auto found =
      std::ranges::find(opened.files, list.file.substr(inner + 1), &pack::PackedFile::name);
  if (found != opened.files.end()) return found->content;
  return fail(ErrorCode::io, "expected the list in its pack, found it gone",
              {list.file, {}, 0, 0, 0});
}

Result<int> show_list(const Session& session, const Arguments& arguments) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  const std::string& id = arguments.given.front();
  const NegativeList* const list = rules->find_list(id);
  if (list == nullptr) return unknown_list(id, *rules);
  for (const FormatTarget& target : targets) {
    std::string text;
    if (target.format == "json") {
      text = to_text(list_json(*list), JsonStyle::pretty) + "\n";
    } else {
      KOUAN_TRY(text, content_of(*list));
    }
    KOUAN_TRY([[maybe_unused]] const int sent, send(target, text));
  }
  return 0;
}

std::vector<std::string> schema_names() {
  constexpr std::string_view folder = "schema/";
  constexpr std::string_view ending = ".schema.json";
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.starts_with(folder) || !file.name.ends_with(ending)) continue;
    names.emplace_back(
        file.name.substr(folder.size(), file.name.size() - folder.size() - ending.size()));
  }
  return names;
}

Result<int> print_schema(const Session&, const Arguments& arguments) {
  const std::string name = arguments.given.empty() ? "list" : arguments.given.front();
  const std::string_view schema = schema_text(name);
  if (!schema.empty()) {
    return write_stdout(schema).map([] { return 0; });
  }
  const auto known = schema_names();
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
  return fail(ErrorCode::invalid_usage,
              "expected one of " + all + ", found '" + name + "'" + did_you_mean_hint(name, known));
}

Result<int> lint_given(const Session& session, const Arguments& arguments) {
  return lint_lists(session, arguments.given);
}

Result<int> test_given(const Session& session, const Arguments& arguments) {
  return test_rules(session, arguments.given, arguments.flag);
}

struct Verb {
  const char* name;
  const char* what;
  const char* given;  // nullptr: takes nothing
  int least, most;
  Result<int> (*run)(const Session&, const Arguments&);
  bool formats;
  const char* flag = nullptr;  // nullptr: has none
  const char* flag_what = nullptr;
  const char* as_of_what = nullptr;  // nullptr: asks for no day
};

constexpr int any_number = 1'000;

constexpr Verb verbs[] = {
    {"list", "The lists, when they are in force, and how much of them is known", nullptr, 0, 0,
     list_lists, true, nullptr, nullptr, "Which of them are in force on this day (default: today)"},
    {"show", "A list as it stands in its file; --format json: in short", "Id, e.g. beijing/2024", 1,
     1, show_list, true},
    {"lint", "What a schema cannot see: rows that say too little, twice, or nothing",
     "Ids, national, or files (default: all)", 0, any_number, lint_given, true},
    {"test", "Run the cases of rules by the judge of check, and those of detectors",
     "Cases, rules with cases beside them, ids, national, folders, detectors (default: all "
     "compiled in)",
     0, any_number, test_given, true, "--mutate",
     "Change each figure, bound and condition, and say which changes no case notices"},
    {"schema", "The JSON Schema of a rule file", "list (default), detectors, profile, ...", 0, 1,
     print_schema, false},
};

void add_verb(CLI::App& lists, Session& session, const Verb& verb) {
  CLI::App* const command = lists.add_subcommand(verb.name, verb.what);
  auto arguments = std::make_shared<Arguments>();
  if (verb.given != nullptr) {
    CLI::Option* const given = command->add_option("given", arguments->given, verb.given);
    given->expected(verb.least == 0 ? 1 : verb.least, verb.most);
    given->required(verb.least != 0);
  }
  if (verb.flag != nullptr) command->add_flag(verb.flag, arguments->flag, verb.flag_what);
  if (verb.as_of_what != nullptr) {
    command->add_option("--as-of", arguments->as_of, verb.as_of_what);
  }
  if (verb.formats) {
    command->add_option("--format", session.formats, "text or json, with =FILE to write a file")
        ->group("Output");
  }
  add_common_options(*command, session);
  on_run(*command, session,
         [&session, arguments, run = verb.run] { return run(session, *arguments); });
}

}  // namespace

void add_lists(CLI::App& root, Session& session) {
  CLI::App* const lists = root.add_subcommand("lists", "The rules: negative lists and detectors");
  lists->require_subcommand(1);
  for (const Verb& verb : verbs) add_verb(*lists, session, verb);
  add_lists_diff(*lists, session);
  add_list_packs(*lists, session);
  add_list_tables(*lists, session);
}

}  // namespace kouan::cli
