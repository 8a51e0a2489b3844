#include <memory>

#include <kouan/plugin_api.h>
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/inspect_lines.hpp"
#include "cli/inspect_reading.hpp"
#include "cli/inspect_words.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/output.hpp"
#include "cli/plugins_linked.hpp"

namespace kouan::cli {
namespace {

struct InspectArguments {
  std::vector<std::string> given;
  std::vector<std::string> detector_files;
  std::string name;
  bool why = false;
};

/// One question, in the two forms of an answer.
struct Inspection {
  std::function<Json(std::uint64_t line, std::string_view given)> json;
  std::function<std::string(std::string_view given)> text;
};

/// `-` streams standard input as JSON lines; arguments are answered for a person, or as JSON lines.
Result<int> answer(const Session& session, const InspectArguments& arguments,
                   const Inspection& inspection) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  const auto& given = arguments.given;
  if (given.size() == 1 && given.front() == "-") {
    return answer_stdin([&](const Line& line, std::string& out) {
      out += to_text(inspection.json(line.number, line.text), JsonStyle::compact);
    });
  }
  for (const FormatTarget& target : targets) {
    std::string out;
    for (std::size_t i = 0; i < given.size(); ++i) {
      out += target.format == "text"
                 ? inspection.text(given[i])
                 : to_text(inspection.json(i + 1, given[i]), JsonStyle::compact) + "\n";
    }
    if (auto sent = deliver(target, out); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

Result<int> inspect_name(const Session& session, const InspectArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  const InspectWords words(*rules, session.language());
  const auto read = [&rules](const NameInput& input) {
    return rules->lexicon->read({input.name, input.parent, input.comment});
  };
  Inspection inspection;
  inspection.json = [&](std::uint64_t, std::string_view given) {
    const NameInput input = parse_name(given);
    return words.json(input, read(input));
  };
  inspection.text = [&](std::string_view given) {
    const NameInput input = parse_name(given);
    return words.text(input, read(input));
  };
  return answer(session, arguments, inspection);
}

Result<ValueReader> make_reader(const InspectArguments& arguments,
                                std::shared_ptr<const RuleSet> rules) {
  KOUAN_TRY(const auto setup,
            ScanSetup::make(std::move(rules), linked_plugins(), PersonKey::random()));
  return ValueReader::make(setup, arguments.name);
}

/// A detector that failed may have missed something: that is no answer.
Result<int> unless_faults(Result<int> ended, const ValueReader& reader) {
  if (!ended || reader.faults() == 0) return ended;
  return fail(ErrorCode::invalid_plugin, "expected every detector to answer, found " +
                                             std::to_string(reader.faults()) +
                                             " failures: hits may be missing");
}

using AnswerJson = Json (InspectWords::*)(std::uint64_t, const std::vector<Recognition>&) const;
using AnswerText = std::string (InspectWords::*)(std::string_view,
                                                 const std::vector<Recognition>&) const;

/// What a reader recognises, with `--why` the reason and what came near.
Inspection reading(ValueReader& reader, const InspectWords& words, bool why, AnswerJson json,
                   AnswerText text) {
  const auto near = [&reader](std::string_view given, const std::vector<Recognition>& found) {
    return found.empty() ? reader.near(given) : std::vector<Recognition>();
  };
  Inspection inspection;
  inspection.json = [=, &reader, &words](std::uint64_t line, std::string_view given) {
    const auto found = reader.read(given);
    Json answer = (words.*json)(line, found);
    if (why) answer["why"] = words.json_of_why(found, near(given, found));
    return answer;
  };
  inspection.text = [=, &reader, &words](std::string_view given) {
    const auto found = reader.read(given);
    std::string answer = (words.*text)(given, found);
    return why ? answer + words.text_of_why(found, near(given, found)) : answer;
  };
  return inspection;
}

Result<int> inspect_value(const Session& session, const InspectArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules({}, arguments.detector_files));
  KOUAN_TRY(ValueReader reader, make_reader(arguments, rules));
  const InspectWords words(*rules, session.language());
  const Inspection inspection = reading(reader, words, arguments.why, &InspectWords::json_of_value,
                                        &InspectWords::text_of_value);
  return unless_faults(answer(session, arguments, inspection), reader);
}

Result<int> inspect_text(const Session& session, const InspectArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules({}, arguments.detector_files));
  KOUAN_TRY(ValueReader reader, make_reader(arguments, rules));
  const InspectWords words(*rules, session.language());
  Inspection inspection = reading(reader, words, arguments.why, &InspectWords::json_of_text,
                                  &InspectWords::text_of_text);
  inspection.json = [plain = inspection.json](std::uint64_t line, std::string_view given) {
    const auto member = text_member(given);
    return plain(line, member ? std::string_view(*member) : given);
  };
  return unless_faults(answer(session, arguments, inspection), reader);
}

struct Kind {
  const char* name;
  const char* what;
  const char* given;
  Result<int> (*run)(const Session&, const InspectArguments&);
};

constexpr Kind kinds[] = {
    {"name", "What field names mean, and why",
     "Names or dotted paths; - reads lines: NAME, or NAME<tab>COMMENT", inspect_name},
    {"value", "What values are; they are shown masked only", "Values; - reads one a line",
     inspect_value},
    {"text", "Which identifiers stand in running text, and where (bytes)",
     "Texts; - reads lines: the text, or a JSON object with \"text\"", inspect_text},
};

void add_kind(CLI::App& inspect, Session& session, const Kind& kind) {
  CLI::App* const command = inspect.add_subcommand(kind.name, kind.what);
  auto arguments = std::make_shared<InspectArguments>();
  command->add_option("given", arguments->given, kind.given)->required();
  if (kind.run != inspect_name) {
    command->add_option("--detectors", arguments->detector_files,
                        "File with detectors of your own (YAML)");
  }
  if (kind.run == inspect_value) {
    command->add_option("--name", arguments->name,
                        "Name of the field that holds the values: weak shapes count then");
  }
  // Names say why in any case.
  command->add_flag("--why", arguments->why,
                    "Which detector and source an answer rests on, and what came near");
  command->add_option("--format", session.formats, "text or json (lines)")->group("Output");
  add_common_options(*command, session);
  on_run(*command, session,
         [&session, arguments, run = kind.run] { return run(session, *arguments); });
}

}  // namespace

void add_inspect(CLI::App& root, Session& session) {
  CLI::App* const inspect =
      root.add_subcommand("inspect", "Say what a name, a value or a text is recognised as");
  inspect->require_subcommand(1);
  for (const Kind& kind : kinds) add_kind(*inspect, session, kind);
}

}  // namespace kouan::cli
