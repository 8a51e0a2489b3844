#include "cli/lists_diff.hpp"

#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/explain_condition.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/lists_diff_states.hpp"
#include "cli/lists_files.hpp"
#include "cli/lists_words.hpp"
#include "config/json.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"
#include "trial/list_change.hpp"

namespace kouan::cli {
namespace {

using trial::ListChange;
using trial::PartChange;
using trial::RowChange;
using trial::RowPart;

struct ChangeWord {
  const char* id;
  LocalText text;
};

const ChangeWord& word_of(ListChange change) {
  static const ChangeWord words[] = {
      {"added", {"新增", "added"}},     {"dropped", {"删除", "dropped"}},
      {"moved", {"移动", "moved"}},     {"tightened", {"收紧", "tightened"}},
      {"relaxed", {"放宽", "relaxed"}}, {"changed", {"变更", "changed"}},
  };
  return words[static_cast<std::size_t>(change)];
}

const ChangeWord& word_of(RowPart part) {
  static const ChangeWord words[] = {
      {"mechanism", {"出境路径", "mechanism"}}, {"figure", {"数量门槛", "figure"}},
      {"condition", {"条件", "condition"}},     {"exception", {"例外", "exceptions"}},
      {"fields", {"字段", "fields"}},           {"kind", {"数据类别", "kind"}},
      {"scenarios", {"场景", "scenarios"}},     {"clause", {"条款", "clause"}},
      {"category", {"类别", "category"}},
  };
  return words[static_cast<std::size_t>(part)];
}

LocalText when_text(const Entry& row, const match::ConceptTable& concepts) {
  return row.when ? condition_text(*row.when, concepts) : LocalText{"无条件", "no condition"};
}

LocalText exceptions_text(const Entry& row, const match::ConceptTable& concepts) {
  LocalText out;
  for (const Condition& one : row.unless) {
    const LocalText text = condition_text(one, concepts);
    out.zh += (out.zh.empty() ? "" : "；") + text.zh;
    out.en += (out.en.empty() ? "" : "; ") + text.en;
  }
  return row.unless.empty() ? LocalText{"无", "none"} : out;
}

/// What a part was, or is, in words; conditions and kinds are told from the row.
LocalText told(const PartChange& part, const Entry& row, const LocalText& text,
               const match::ConceptTable& concepts) {
  if (part.part == RowPart::condition) return when_text(row, concepts);
  if (part.part == RowPart::exception) return exceptions_text(row, concepts);
  if (part.part != RowPart::kind) return text;
  const std::string_view kind = report::word(row.kind);
  return {report::spoken(report::Subject::kind, kind, Language::zh),
          report::spoken(report::Subject::kind, kind, Language::en)};
}

class DiffText {
 public:
  DiffText(const match::ConceptTable& concepts, Language language)
      : concepts_(concepts), language_(language) {}

  std::string run(const NegativeList& before, const NegativeList& after,
                  const trial::ListChanges& changes) {
    line(name(before) + " → " + name(after));
    for (const auto& one : changes.head) {
      line("  " + say(one.what) + ": " + one.before + " → " + one.after);
    }
    for (const auto& one : changes.places) {
      const LocalText what =
          one.sector ? LocalText{"行业", "sector"} : LocalText{"场景", "scenario"};
      const std::string more = one.what.en.empty() ? "" : ": " + say(one.what);
      line("  " + say(word_of(one.change).text) + " " + say(what) + " " + one.id + " " +
           say(one.name) + more);
    }
    for (const RowChange& one : changes.rows) add_row(one);
    if (changes.none()) line(say({"  没有差异", "  no difference"}));
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text::escape_terminal(text) + "\n"; }
  const std::string& say(const LocalText& text) const { return report::local(text, language_); }
  std::string name(const NegativeList& list) const { return list.id + " " + say(list.title); }

  void add_row(const RowChange& change) {
    const Entry& row = change.after != nullptr ? *change.after : *change.before;
    line("  " + say(word_of(change.change).text) + " " + say({"条目", "row"}) + " " + row.id + " " +
         say(row.category));
    for (const PartChange& part : change.parts) {
      line("      " + say(word_of(part.part).text) + " (" + say(word_of(part.change).text) +
           "): " + say(told(part, *change.before, part.before, concepts_)) + " → " +
           say(told(part, *change.after, part.after, concepts_)));
    }
  }

  const match::ConceptTable& concepts_;
  Language language_;
  std::string out_;
};

Json row_json(const RowChange& change, const match::ConceptTable& concepts) {
  const Entry& row = change.after != nullptr ? *change.after : *change.before;
  Json::Array parts;
  for (const PartChange& part : change.parts) {
    parts.push_back(
        Json::Object{{"part", word_of(part.part).id},
                     {"change", word_of(part.change).id},
                     {"before", both_languages(told(part, *change.before, part.before, concepts))},
                     {"after", both_languages(told(part, *change.after, part.after, concepts))}});
  }
  return Json::Object{{"change", word_of(change.change).id},
                      {"id", row.id},
                      {"clause", both_languages(row.clause)},
                      {"category", both_languages(row.category)},
                      {"parts", std::move(parts)}};
}

Json changes_json(const NegativeList& before, const NegativeList& after,
                  const trial::ListChanges& changes, const match::ConceptTable& concepts) {
  Json::Array head;
  for (const auto& one : changes.head) {
    head.push_back(Json::Object{
        {"what", both_languages(one.what)}, {"before", one.before}, {"after", one.after}});
  }
  Json::Array places;
  for (const auto& one : changes.places) {
    places.push_back(Json::Object{{"change", word_of(one.change).id},
                                  {"place", one.sector ? "sector" : "scenario"},
                                  {"id", one.id},
                                  {"name", both_languages(one.name)},
                                  {"what", both_languages(one.what)}});
  }
  Json::Array rows;
  for (const RowChange& one : changes.rows) rows.push_back(row_json(one, concepts));
  return Json::Object{{"before", before.id},
                      {"after", after.id},
                      {"head", std::move(head)},
                      {"places", std::move(places)},
                      {"rows", std::move(rows)}};
}

struct DiffArguments {
  std::vector<std::string> given, states;
  JudgeArguments facts;
};

Result<int> diff_lists(const Session& session, const DiffArguments& arguments) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  KOUAN_TRY(const NegativeList before, find_or_read(arguments.given[0], *rules));
  KOUAN_TRY(const NegativeList after, find_or_read(arguments.given[1], *rules));
  const trial::ListChanges changes = trial::changes_between(before, after);
  Json json = changes_json(before, after, changes, rules->concepts);
  std::string text = DiffText(rules->concepts, session.language()).run(before, after, changes);
  int code = 0;
  if (!arguments.states.empty()) {
    const trial::EditionPair editions(*rules, before, after);
    KOUAN_TRY(const StatesVerdicts states,
              judge_states(session, arguments.facts, arguments.states, rules, editions));
    json["verdicts"] = states_json(states);
    text += states_text(states, editions, session.language());
    code = exit_code(states);
  }
  for (const FormatTarget& target : targets) {
    const bool as_json = target.format == "json";
    auto sent = deliver(target, as_json ? to_text(json, JsonStyle::pretty) + "\n" : text);
    if (!sent) return tl::unexpected<Error>(sent.error());
  }
  return code;
}

/// The facts of `judge`, for --state.
void add_facts(CLI::App& command, JudgeArguments& facts) {
  const auto group = "Facts";
  command
      .add_option("--profile", facts.profile_file,
                  "Facts of handler and export (default: kouan.yaml beside each state)")
      ->group(group);
  command.add_flag("--no-discover", facts.no_discover, "Do not look for kouan.yaml")->group(group);
  command
      .add_option("--scenario", facts.scenarios,
                  "Declared business scenario, e.g. retail.membership")
      ->group(group);
  command
      .add_option("--ciio", facts.ciio,
                  "Is the handler a critical information infrastructure operator? yes or no")
      ->group(group);
  command.add_option("--answer", facts.answers, "Answer a question: ID=yes|no")->group(group);
  command
      .add_option("--as-of", facts.as_of,
                  "Judge by the national rules of this day (default: the export date, else today)")
      ->group(group);
}

}  // namespace

void add_lists_diff(CLI::App& lists, Session& session) {
  CLI::App* const command = lists.add_subcommand(
      "diff",
      "What a list changes against another: rows added, dropped, moved, tightened, relaxed; with "
      "--state: whose verdicts change");
  auto arguments = std::make_shared<DiffArguments>();
  command
      ->add_option("given", arguments->given, "Two lists, by id or file: the old one, the new one")
      ->expected(2)
      ->required();
  command->add_option("--state", arguments->states,
                      "State file, or a folder of them, to judge by both lists; repeatable");
  add_facts(*command, arguments->facts);
  command->add_option("--format", session.formats, "text or json, with =FILE to write a file")
      ->group("Output");
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return diff_lists(session, *arguments); });
}

}  // namespace kouan::cli
