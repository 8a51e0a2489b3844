#include "cli/lists_diff_states.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/judged_state.hpp"
#include "cli/lists_words.hpp"
#include "judge/explain.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

namespace fs = std::filesystem;

using trial::ListChange;
using trial::RowSays;
using trial::RowVerdict;

/// Facts and notes that lie beside states.
bool is_no_state(const std::string& name) {
  constexpr std::array<std::string_view, 4> endings = {".yaml", ".yml", ".md", ".key"};
  const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
  return name.starts_with('.') || name.starts_with("README") || std::ranges::any_of(endings, ends);
}

Result<bool> add_folder(const std::string& folder, std::vector<std::string>& files,
                        std::vector<std::string>& ignored) {
  std::error_code problem;
  std::vector<std::string> found;
  auto entry = fs::recursive_directory_iterator(folder, problem);
  for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
    if (entry->is_directory(problem) && !entry->is_symlink(problem)) continue;
    // Links are not followed: what they point to may lie anywhere.
    const bool plain = entry->is_regular_file(problem) && !entry->is_symlink(problem);
    const bool state = plain && !is_no_state(entry->path().filename().string());
    (state ? found : ignored).push_back(entry->path().string());
  }
  if (problem) {
    return fail(ErrorCode::io, "expected a folder that can be read, found: " + problem.message(),
                {folder, {}, 0, 0, 0});
  }
  if (found.empty()) {
    return fail(ErrorCode::io, "expected state files in the folder, found none",
                {folder, {}, 0, 0, 0});
  }
  std::ranges::sort(found);
  std::ranges::sort(ignored);
  files.insert(files.end(), found.begin(), found.end());
  return true;
}

Result<std::vector<std::string>> files_of(const std::vector<std::string>& given,
                                          std::vector<std::string>& ignored) {
  std::vector<std::string> files;
  for (const std::string& one : given) {
    std::error_code problem;
    if (!fs::is_directory(one, problem)) {
      files.push_back(one);
      continue;
    }
    KOUAN_TRY([[maybe_unused]] const bool added, add_folder(one, files, ignored));
  }
  return files;
}

/// The sentence of an error, without the name of the program and the end of the line.
std::string sentence(const Error& error) {
  constexpr std::string_view head = "kouan: ";
  std::string text = describe(error).substr(head.size());
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

struct Judging {
  const Session* session;
  const JudgeArguments* facts;
  const RuleSet* rules;
  const trial::EditionPair* editions;
  std::string scan_digest;
};

Result<bool> judge_one(const Judging& by, StateVerdicts& out) {
  KOUAN_TRY(const Profile profile, read_profile(*by.session, *by.facts, {out.file}));
  KOUAN_TRY(const JudgeOptions options, judge_options(*by.facts, *by.rules, profile));
  KOUAN_TRY(const ScanState state, read_judgeable(out.file, *by.rules, profile));
  out.day = options.as_of;
  out.other_scan = state.scan_digest != by.scan_digest;
  KOUAN_TRY(out.verdicts, by.editions->compare(state, profile, options));
  return true;
}

LocalText change_word(const std::optional<ListChange>& change) {
  if (!change) return {"不变", "same"};
  if (*change == ListChange::tightened) return {"收紧", "tightened"};
  return *change == ListChange::relaxed ? LocalText{"放宽", "relaxed"}
                                        : LocalText{"变更", "changed"};
}

LocalText joined(const LocalText& first, const LocalText& second) {
  return {first.zh + second.zh, first.en + second.en};
}

LocalText range_text(Outcome least, Outcome most) {
  if (least == most) return outcome_name(least);
  const LocalText from = outcome_name(least);
  const LocalText to = outcome_name(most);
  return {"待定（至少" + from.zh + "，至多" + to.zh + "）",
          "undetermined (at least " + from.en + ", at most " + to.en + ")"};
}

LocalText verdict_text(const Verdict& verdict) {
  const LocalText own = range_text(verdict.at_least, verdict.at_most);
  return verdict.other_route ? joined(own, {"；另有其他途径", "; another route beside it"}) : own;
}

LocalText row_text(const RowSays& says) {
  if (says.holds == Tri::no) return {"不适用", "does not apply"};
  const LocalText route = says.other_route ? LocalText{"其他途径", "another route"}
                                           : range_text(says.at_least, says.at_most);
  if (says.holds == Tri::yes) return {"适用：" + route.zh, "applies: " + route.en};
  return {"可能适用：" + route.zh, "may apply: " + route.en};
}

/// The rows of one clause over all states.
struct ByClause {
  const RowVerdict* first = nullptr;
  std::vector<std::pair<const StateVerdicts*, const RowVerdict*>> in;
};

/// By the id of the row: one clause may hold several rows, and an id is never used again.
std::map<std::string, ByClause> by_clause(const StatesVerdicts& all) {
  std::map<std::string, ByClause> rows;
  for (const StateVerdicts& state : all.states) {
    for (const RowVerdict& row : state.verdicts.rows) {
      ByClause& clause = rows[row.id];
      if (clause.first == nullptr) clause.first = &row;
      clause.in.emplace_back(&state, &row);
    }
  }
  return rows;
}

class StatesText {
 public:
  explicit StatesText(Language language) : language_(language) {}

  std::string run(const StatesVerdicts& all, const trial::EditionPair& editions) {
    const NegativeList& was = editions.before();
    const NegativeList& is = editions.after();
    line(say({"判定变化（两个版本均视为已施行）", "Verdicts (both editions taken as in force)"}) +
         "  " + name(was, is) + " → " + name(is, was));
    table(all);
    remarks(all, was, is);
    clauses(all);
    troubles(all);
    const std::string count[] = {std::to_string(all.judged()), std::to_string(all.changed()),
                                 std::to_string(all.states.size() - all.judged()),
                                 std::to_string(all.ignored.size())};
    line(say({"已判定 " + count[0] + " 份，判定变化 " + count[1] + " 份，无法判定 " + count[2] +
                  " 份，忽略 " + count[3] + " 份",
              count[0] + " states judged, " + count[1] + " verdicts change, " + count[2] +
                  " could not be judged, " + count[3] + " files ignored"}));
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text::escape_terminal(text) + "\n"; }
  const std::string& say(const LocalText& text) const { return report::local(text, language_); }
  /// Two texts of one id are told apart by their files.
  static const std::string& name(const NegativeList& list, const NegativeList& other) {
    return list.id == other.id ? list.file : list.id;
  }

  void table(const StatesVerdicts& all) {
    std::vector<std::vector<std::string>> rows;
    for (const StateVerdicts& one : all.states) {
      if (!one.trouble.empty()) continue;
      rows.push_back({say(change_word(one.verdicts.change)), text::escape_terminal(one.file),
                      to_text(one.day), say(verdict_text(one.verdicts.before)),
                      say(verdict_text(one.verdicts.after))});
    }
    if (rows.empty()) return;
    constexpr std::size_t wide = 120;
    out_ += report::text_table(
        {{say({"变化", "change"})},
         {say({"状态文件", "state"}), text::Align::left, wide, report::Cut::middle},
         {say({"判定日", "as of"})},
         {say({"原判定", "before"}), text::Align::left, wide},
         {say({"新判定", "after"}), text::Align::left, wide}},
        rows);
  }

  void unlisted(const std::string& file, const std::vector<std::string>& ids,
                const NegativeList& list) {
    for (const std::string& id : ids) {
      line("  " + file + ": " +
           say({"清单 " + list.id + " 没有场景 " + id + "，按国家层面规则判定",
                "scenario " + id + " is not in " + list.id + ": judged by the national rules"}));
    }
  }

  void remarks(const StatesVerdicts& all, const NegativeList& was, const NegativeList& is) {
    for (const StateVerdicts& one : all.states) {
      unlisted(one.file, one.verdicts.unlisted_before, was);
      unlisted(one.file, one.verdicts.unlisted_after, is);
      if (!one.other_scan) continue;
      line("  " + one.file + ": " +
           say({"扫描所用的识别规则、词汇或限额不同，新规则可能发现的内容不在其中",
                "scanned by other detectors, words or limits: what these would find is not in "
                "it"}));
    }
  }

  void clauses(const StatesVerdicts& all) {
    const auto rows = by_clause(all);
    if (rows.empty()) return;
    line(say({"按条款", "By clause"}));
    for (const auto& [id, clause] : rows) {
      line("  " + id + "  " + say(clause.first->clause));
      for (const auto& [state, row] : clause.in) {
        const std::string scenario = row->scenario.empty() ? "" : "  " + row->scenario;
        line("      " + state->file + scenario + ": " + say(row_text(row->before)) + " → " +
             say(row_text(row->after)));
      }
    }
  }

  void troubles(const StatesVerdicts& all) {
    if (all.judged() == all.states.size()) return;
    line(say({"无法判定", "Could not be judged"}));
    for (const StateVerdicts& one : all.states) {
      if (!one.trouble.empty()) line("  " + one.trouble);
    }
  }

  Language language_;
  std::string out_;
};

Json verdict_json(const Verdict& verdict) {
  return Json::Object{{"outcome", report::outcome_word(verdict)},
                      {"at_least", to_text(verdict.at_least)},
                      {"at_most", to_text(verdict.at_most)},
                      {"other_route", verdict.other_route}};
}

std::string_view truth_word(Tri value) {
  return report::word(value);
}

Json says_json(const RowSays& says) {
  return Json::Object{{"holds", truth_word(says.holds)},
                      {"at_least", to_text(says.at_least)},
                      {"at_most", to_text(says.at_most)},
                      {"other_route", says.other_route}};
}

Json texts_json_of(const std::vector<std::string>& texts) {
  return Json::Array(texts.begin(), texts.end());
}

Json state_json(const StateVerdicts& one) {
  if (!one.trouble.empty()) {
    return Json::Object{{"state", one.file}, {"judged", false}, {"error", one.trouble}};
  }
  const trial::VerdictChange& verdicts = one.verdicts;
  return Json::Object{{"state", one.file},
                      {"judged", true},
                      {"as_of", to_text(one.day)},
                      {"change", change_word(verdicts.change).en},
                      {"before", verdict_json(verdicts.before)},
                      {"after", verdict_json(verdicts.after)},
                      {"unlisted_before", texts_json_of(verdicts.unlisted_before)},
                      {"unlisted_after", texts_json_of(verdicts.unlisted_after)},
                      {"other_scan", one.other_scan}};
}

Json clause_json(const std::string& id, const ByClause& clause) {
  Json::Array states;
  for (const auto& [state, row] : clause.in) {
    states.push_back(
        Json::Object{{"state", state->file},
                     {"scenario", row->scenario.empty() ? Json() : Json(row->scenario)},
                     {"before", says_json(row->before)},
                     {"after", says_json(row->after)}});
  }
  return Json::Object{
      {"id", id}, {"clause", both_languages(clause.first->clause)}, {"states", std::move(states)}};
}

}  // namespace

std::size_t StatesVerdicts::judged() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(states, [](const StateVerdicts& one) { return one.trouble.empty(); }));
}

std::size_t StatesVerdicts::changed() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      states, [](const StateVerdicts& one) { return one.verdicts.change.has_value(); }));
}

Result<StatesVerdicts> judge_states(const Session& session, const JudgeArguments& facts,
                                    const std::vector<std::string>& given,
                                    const std::shared_ptr<const RuleSet>& rules,
                                    const trial::EditionPair& editions) {
  // Facts by flag are the same for all states: a slip in them is said once, not once a state.
  JudgeArguments flags = facts;
  flags.profile_file.clear();
  flags.no_discover = true;
  KOUAN_TRY(const Profile flagged, read_profile(session, flags, {}));
  KOUAN_TRY([[maybe_unused]] const auto checked, judge_options(flags, *rules, flagged));
  StatesVerdicts all;
  KOUAN_TRY(const auto files, files_of(given, all.ignored));
  KOUAN_TRY(std::string scan_digest, scan_digest_of(rules));
  const Judging by{&session, &facts, rules.get(), &editions, std::move(scan_digest)};
  for (const std::string& file : files) {
    StateVerdicts one;
    one.file = file;
    if (const auto judged = judge_one(by, one); !judged) {
      Error error = judged.error();
      if (error.origin.file.empty()) error.origin.file = file;
      one.trouble = sentence(error);
      one.verdicts = {};
    }
    all.states.push_back(std::move(one));
  }
  return all;
}

std::string states_text(const StatesVerdicts& all, const trial::EditionPair& editions,
                        Language language) {
  return StatesText(language).run(all, editions);
}

Json states_json(const StatesVerdicts& all) {
  Json::Array states;
  for (const StateVerdicts& one : all.states) states.push_back(state_json(one));
  Json::Array clauses;
  for (const auto& [id, clause] : by_clause(all)) clauses.push_back(clause_json(id, clause));
  return Json::Object{{"states", std::move(states)},
                      {"clauses", std::move(clauses)},
                      {"judged", all.judged()},
                      {"changed", all.changed()},
                      {"failed", all.states.size() - all.judged()},
                      {"ignored", texts_json_of(all.ignored)}};
}

int exit_code(const StatesVerdicts& all) {
  if (all.judged() == 0) return 2;
  return all.judged() == all.states.size() ? 0 : 1;
}

}  // namespace kouan::cli
