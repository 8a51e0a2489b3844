#include "judge/judge.hpp"

#include <algorithm>
#include <utility>

#include "config/did_you_mean.hpp"
#include "judge/explain.hpp"
#include "judge/verdict_fields.hpp"
#include "judge/verdict_questions.hpp"
#include "judge/verdict_reasons.hpp"

namespace kouan {
namespace {

Result<void> check_answers(const RuleSet& rules, const Profile& profile) {
  const auto known = question_ids(rules);
  const std::vector<std::string> candidates(known.begin(), known.end());
  for (const auto& [id, answer] : profile.answers) {
    if (known.contains(id)) continue;
    return fail(ErrorCode::invalid_usage,
                "there is no question or fact '" + id + "'" + did_you_mean_hint(id, candidates));
  }
  return {};
}

Result<void> check_exemptions(const RuleSet& rules, const Profile& profile) {
  std::vector<std::string> articles;
  for (const auto& known : rules.national.exemptions) articles.push_back(known.article);
  for (const auto& claimed : profile.exemptions) {
    if (std::ranges::find(articles, claimed.article) != articles.end()) continue;
    return fail(ErrorCode::invalid_usage, "there is no exemption of article '" + claimed.article +
                                              "'" + did_you_mean_hint(claimed.article, articles));
  }
  return {};
}

Result<const NationalPeriod*> find_period(const RuleSet& rules, Date day) {
  if (const NationalPeriod* period = rules.national.at(day)) return period;
  const std::string from = rules.national.periods.empty()
                               ? "none is loaded"
                               : "they begin on " + to_text(rules.national.periods.front().from);
  return fail(ErrorCode::invalid_usage,
              "expected a day that the national rules cover (" + from + "), found " + to_text(day));
}

Result<void> check_without(const ScanState& state, const JudgeOptions& options) {
  if (options.without.empty() || !state.coverage().field_sets_coarsened) return {};
  return fail(ErrorCode::invalid_usage,
              "a path cannot be left out: the scan kept field sets by concept only "
              "(field_sets_coarsened)");
}

ListUse list_use(const NegativeList& list, Date day) {
  return {list.id, list.edition, list.sha256, in_force_on(list, day), completeness(list)};
}

std::vector<ListUse> list_uses(const RuleSet& rules, const JudgeOptions& options) {
  std::vector<ListUse> uses;
  for (const auto& id : options.lists) {
    uses.push_back(list_use(*rules.find_list(id), options.as_of));
  }
  return uses;
}

/// What the scenario would decide if it alone were declared, for a handler whom its list covers:
/// one who is not registered there sees what a registration there would bring.
void try_scenario(const Case& about, const Evidence& evidence, ScenarioGuess& guess) {
  const NegativeList& list = *about.rules.find_list(guess.list);
  guess.in_force = in_force_on(list, about.options.as_of);
  guess.covered = covers(list, about.profile);
  Profile profile = about.profile;
  profile.scenarios = {{guess.scenario, {}}};
  if (!guess.covered) profile.registered_in.push_back(list.territory.front());
  JudgeOptions options = about.options;
  options.lists = {guess.list};
  auto choices = choose_scenarios(about.rules, profile, options);
  if (!choices) return;  // never: list and scenario were taken from the rules
  const Case tried{about.rules, profile, options, about.period, std::move(*choices)};
  const Decision decision = decide(tried, evidence, {});
  guess.decides = decision.range;
  guess.other_route = decision.other_route;
}

/// The scenarios that a person should think of; of declared ones, whether they are like the data.
void add_guesses(const Case& about, const Evidence& evidence, const Decision& decision,
                 Judgement& judgement) {
  constexpr std::size_t guesses_max = 3;
  auto guesses = guess_scenarios(evidence, about.profile, about.options);
  for (LocalText& warning :
       unlike_declared(evidence, decision.units.units, about.options.as_of, guesses)) {
    judgement.verdict.hints.push_back(std::move(warning));
  }
  if (!about.profile.scenarios.empty()) return;
  for (ScenarioGuess& guess : guesses) {
    if (judgement.guesses.size() == guesses_max) break;
    try_scenario(about, evidence, guess);
    judgement.guesses.push_back(std::move(guess));
  }
}

void add_no_answer_hint(Verdict& verdict) {
  if (verdict.determined || !verdict.questions.empty()) return;
  verdict.hints.push_back(
      {"没有可以回答的问题能使结论确定：见“理由”和“覆盖”（未读数据、清单未全部收录的条目）",
       "no question could settle this: see Why and Coverage (data that was not read, rows of a "
       "list "
       "that are not known)"});
}

/// Where counting only persons without any sensitive field leads elsewhere.
std::optional<Outcome> other_reading(const Case& about, const Evidence& evidence,
                                     const Decision& decision) {
  const Decision other = decide(about, evidence, {{}, true});
  if (!other.settled()) return std::nullopt;
  if (decision.settled() && decision.range == other.range) return std::nullopt;
  return other.range.lower;
}

Judgement make_judgement(const Case& about, const Evidence& evidence, const People& people,
                         const EvidenceOptions& how, const Unread& lost) {
  const Decision decision = decide(about, evidence, {});
  Judgement judgement;
  judgement.as_of = about.options.as_of;
  judgement.lists = list_uses(about.rules, about.options);
  judgement.added_rules = about.rules.added;
  for (const auto& declared : about.profile.scenarios) judgement.scenarios.push_back(declared.id);
  judgement.profile = about.profile;
  judgement.verdict = make_verdict(about, evidence, decision, lost);
  judgement.verdict.questions = open_questions(about, evidence, people, how, decision);
  add_no_answer_hint(judgement.verdict);
  judgement.verdict.reading_b = other_reading(about, evidence, decision);
  judgement.entries = decision.entries;
  judgement.fields = field_findings(evidence, about.options.as_of);
  judgement.persons =
      persons_summary(evidence, key_uses(evidence.state(), about.rules, evidence.meanings()));
  judgement.coverage = evidence.state().coverage();
  add_guesses(about, evidence, decision, judgement);
  judgement.result_digest = result_digest(judgement);
  return judgement;
}

/// The scenarios of a list, compared with the data; one `any` where none is known.
std::vector<ScenarioGuess> cells_of(const NegativeList& list, const Evidence& evidence) {
  std::vector<ScenarioGuess> cells;
  for (const Scenario& scenario : list.scenarios) {
    cells.push_back(compare_scenario(evidence, list, scenario));
  }
  if (!cells.empty()) return cells;
  ScenarioGuess any;
  any.list = list.id;
  any.scenario = "any";
  return {any};
}

ScenarioMatrix make_matrix(const Case& about, const Evidence& evidence, const Unread& lost) {
  ScenarioMatrix matrix;
  matrix.as_of = about.options.as_of;
  matrix.complete = lost.records == 0 && !lost.unknown_size;
  matrix.without.assign(about.options.without.begin(), about.options.without.end());
  Profile nothing_declared = about.profile;
  nothing_declared.scenarios.clear();
  JudgeOptions no_list = about.options;
  no_list.lists.clear();
  const Decision national =
      decide(Case{about.rules, nothing_declared, no_list, about.period, {}}, evidence, {});
  matrix.national = national.range;
  matrix.national_other_route = national.other_route;
  const auto& chosen = about.options.lists;
  for (const auto& [id, list] : about.rules.lists) {
    const bool wanted = chosen.empty() ? in_force_on(list, about.options.as_of)
                                       : std::ranges::find(chosen, id) != chosen.end();
    if (!wanted || list.kind == ListKind::reference) continue;
    matrix.lists.push_back(list_use(list, about.options.as_of));
    for (ScenarioGuess& cell : cells_of(list, evidence)) {
      try_scenario(about, evidence, cell);
      matrix.cells.push_back(std::move(cell));
    }
  }
  return matrix;
}

/// Reads the data once and calls `then(case, evidence, people, how, lost)`. `given` is nullptr: the
/// people are found in the rows of the state.
template <class Then>
auto with_evidence(const ScanState& state, const People* given, const RuleSet& rules,
                   const Profile& profile, const JudgeOptions& options, const Then& then)
    -> Result<decltype(then(std::declval<const Case&>(), std::declval<const Evidence&>(),
                            std::declval<const People&>(), std::declval<const EvidenceOptions&>(),
                            std::declval<const Unread&>()))> {
  if (auto checked = check_answers(rules, profile); !checked)
    return tl::unexpected(checked.error());
  if (auto checked = check_exemptions(rules, profile); !checked)
    return tl::unexpected(checked.error());
  if (auto checked = check_without(state, options); !checked)
    return tl::unexpected(checked.error());
  KOUAN_TRY(const NationalPeriod* period, find_period(rules, options.as_of));
  KOUAN_TRY(auto choices, choose_scenarios(rules, profile, options));
  KOUAN_TRY(const FieldMeanings meanings,
            field_meanings(state, rules, profile, {options.subjects, options.without}));
  const People found =
      given != nullptr ? People() : find_people(state, rules, meanings, options.as_of);
  const People& people = given != nullptr ? *given : found;
  const Unread lost = unread(state.coverage(), options.accept_gaps);
  const Loss loss{lost.accepted ? 0 : lost.records, lost.unknown_size};
  const EvidenceOptions how{options.as_of, loss, options.without};
  const Evidence evidence(state, rules, meanings, people, how);
  const Case about{rules, profile, options, *period, std::move(choices)};
  return then(about, evidence, people, how, lost);
}

}  // namespace

Result<Judgement> judge(const ScanState& state, const RuleSet& rules, const Profile& profile,
                        const JudgeOptions& options) {
  return with_evidence(state, nullptr, rules, profile, options, make_judgement);
}

Result<Judgement> judge_people(const ScanState& state, const People& people, const RuleSet& rules,
                               const Profile& profile, const JudgeOptions& options) {
  return with_evidence(state, &people, rules, profile, options, make_judgement);
}

Result<ScenarioMatrix> judge_matrix(const ScanState& state, const RuleSet& rules,
                                    const Profile& profile, const JudgeOptions& options) {
  return with_evidence(
      state, nullptr, rules, profile, options,
      [](const Case& about, const Evidence& evidence, const People&, const EvidenceOptions&,
         const Unread& lost) { return make_matrix(about, evidence, lost); });
}

}  // namespace kouan
