#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/state_words.hpp"
#include "state/state_file.hpp"

namespace kouan::cli {
namespace {

/// Both forms of an answer.
struct Answer {
  Json json;
  std::string text;
};

using Look = Result<Answer> (*)(const StateFile&, const match::ConceptTable&, Language);

Result<Answer> inspect(const StateFile& file, const match::ConceptTable& concepts,
                       Language language) {
  return Answer{state_json(file, concepts), state_text(file, concepts, language)};
}

Result<Answer> coverage(const StateFile& file, const match::ConceptTable&, Language language) {
  return Answer{coverage_json(file), coverage_text(file, language)};
}

/// Reading has checked every byte; writing again shows that nothing else stands in the file.
Result<Answer> verify(const StateFile& file, const match::ConceptTable& concepts,
                      Language language) {
  if (state_digest(file.state, concepts) != file.digest) {
    return fail(ErrorCode::io,
                "expected the bytes that this state is written as, found others: another program "
                "made the file");
  }
  const std::string intact = language == Language::zh ? "完好  sha256 " : "intact  sha256 ";
  return Answer{Json::Object{{"intact", true}, {"digest", file.digest}, {"bytes", file.bytes}},
                intact + file.digest + "\n"};
}

struct StateKind {
  const char* name;
  const char* what;
  Look look;
};

constexpr StateKind state_kinds[] = {
    {"inspect", "What a state knows: header, counts, paths", inspect},
    {"verify", "Is the file whole, undamaged and canonical?", verify},
    {"coverage", "What was read into it and what was not", coverage},
};

Result<int> run(const Session& session, const std::string& path, Look look) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  KOUAN_TRY(const StateFile file, read_state(path, rules->concepts));
  KOUAN_TRY(const Answer answer, look(file, rules->concepts, session.language()));
  for (const FormatTarget& target : targets) {
    const std::string out =
        target.format == "json" ? to_text(answer.json, JsonStyle::pretty) + "\n" : answer.text;
    if (auto sent = deliver(target, out); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

void add_state_kind(CLI::App& state, Session& session, const StateKind& kind) {
  CLI::App* const command = state.add_subcommand(kind.name, kind.what);
  auto path = std::make_shared<std::string>();
  command->add_option("state", *path, "State file; - for standard input")->required();
  command->add_option("--format", session.formats, "text or json, with =FILE to write a file")
      ->group("Output");
  add_common_options(*command, session);
  on_run(*command, session,
         [&session, path, look = kind.look] { return run(session, *path, look); });
}

}  // namespace

void add_state(CLI::App& root, Session& session) {
  CLI::App* const state = root.add_subcommand("state", "Look into a scan state");
  state->require_subcommand(1);
  for (const StateKind& kind : state_kinds) add_state_kind(*state, session, kind);
}

}  // namespace kouan::cli
