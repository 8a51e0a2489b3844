#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/explain_answers.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/output.hpp"
#include "cli/plugins_linked.hpp"
#include "config/did_you_mean.hpp"
#include "config/json.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

struct ExplainArguments {
  std::vector<std::string> ids;
  std::vector<std::string> detector_files;
};

Json local_json(const LocalText& text) {
  return Json::Object{{"zh", text.zh}, {"en", text.en}};
}

std::string explained_text(const std::vector<Explanation>& explanations, Language language) {
  const auto shown = [language](const LocalText& text) {
    return text::escape_terminal(report::local(text, language));
  };
  const char* const colon = language == Language::zh ? "：" : ": ";
  std::string out;
  for (const Explanation& one : explanations) {
    out += text::escape_terminal(one.id) + "  (" + shown(one.kind_name) + ")";
    const std::string title = shown(one.title);
    out += (title.empty() ? "" : "  " + title) + "\n";
    for (const ExplainedFact& fact : one.facts) {
      out += "  " + shown(fact.label) + colon + shown(fact.value) + "\n";
    }
  }
  return out;
}

std::string explained_json(const std::vector<Explanation>& explanations) {
  Json::Array array;
  for (const Explanation& one : explanations) {
    Json::Array facts;
    for (const ExplainedFact& fact : one.facts) {
      facts.push_back(Json::Object{{"key", fact.key}, {"value", local_json(fact.value)}});
    }
    array.push_back(Json::Object{{"id", one.id},
                                 {"kind", one.kind},
                                 {"title", local_json(one.title)},
                                 {"facts", std::move(facts)}});
  }
  return to_text(array, JsonStyle::pretty) + "\n";
}

Result<int> explain(const Session& session, const ExplainArguments& arguments) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, arguments.detector_files));
  KOUAN_TRY(const auto detectors,
            DetectorSet::build(linked_plugins(),
                               [&rules](std::string_view id) { return rules->concepts.find(id); }));
  std::vector<Explanation> explanations;
  for (const std::string& id : arguments.ids) {
    auto found = explain_id(id, *rules, *detectors);
    if (found.empty()) {
      return fail(ErrorCode::invalid_usage,
                  "expected an id that a report shows, found '" + id + "'" +
                      did_you_mean_hint(id, explainable_ids(*rules, *detectors)));
    }
    std::move(found.begin(), found.end(), std::back_inserter(explanations));
  }
  for (const FormatTarget& target : targets) {
    const std::string text = target.format == "json"
                                 ? explained_json(explanations)
                                 : explained_text(explanations, session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

}  // namespace

void add_explain(CLI::App& root, Session& session) {
  CLI::App* const command = root.add_subcommand(
      "explain",
      "Say what an id means: entry, clause, concept, detector, reason, question, exit code");
  auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("id", arguments->ids, "As a report shows it, e.g. N24-03, mobile_phone, 3")
      ->required();
  command->add_option("--detectors", arguments->detector_files,
                      "File with detectors of your own (YAML)");
  command->add_option("--format", session.formats, "text or json, with =FILE to write a file")
      ->group("Output");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return explain(session, *arguments); });
}

}  // namespace kouan::cli
