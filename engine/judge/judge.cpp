#include "judge/judge.hpp"

#include <algorithm>

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

std::vector<ListUse> list_uses(const RuleSet& rules, const JudgeOptions& options) {
  std::vector<ListUse> uses;
  for (const auto& id : options.lists) {
    const NegativeList& list = *rules.find_list(id);
    const bool in_force = list.in_force_from <= options.as_of &&
                          (!list.in_force_to || options.as_of <= *list.in_force_to);
    uses.push_back({list.id, list.edition, list.sha256, in_force, completeness(list)});
  }
  return uses;
}

/// The scenarios that a person should think of: half of what is typical for them is there.
void add_guesses(const Evidence& evidence, const JudgeOptions& options, Judgement& judgement) {
  constexpr std::size_t guesses_max = 3;
  if (!judgement.profile.scenarios.empty()) return;
  for (const auto& guess : guess_scenarios(evidence, options)) {
    if (2 * guess.matching < guess.of || judgement.guesses.size() == guesses_max) continue;
    judgement.guesses.push_back(guess);
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

/// `given` is nullptr: the people are found in the rows of the state.
Result<Judgement> judge_all(const ScanState& state, const People* given, const RuleSet& rules,
                            const Profile& profile, const JudgeOptions& options) {
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
  const Decision decision = decide(about, evidence, {});

  Judgement judgement;
  judgement.as_of = options.as_of;
  judgement.lists = list_uses(rules, options);
  judgement.added_rules = rules.added;
  for (const auto& declared : profile.scenarios) judgement.scenarios.push_back(declared.id);
  judgement.profile = profile;
  judgement.verdict = make_verdict(about, evidence, decision, lost);
  judgement.verdict.questions = open_questions(about, evidence, people, how, decision);
  add_no_answer_hint(judgement.verdict);
  judgement.verdict.reading_b = other_reading(about, evidence, decision);
  judgement.entries = decision.entries;
  judgement.fields = field_findings(evidence, options.as_of);
  judgement.persons = persons_summary(evidence, key_uses(state, rules, meanings));
  judgement.coverage = state.coverage();
  add_guesses(evidence, options, judgement);
  judgement.result_digest = result_digest(judgement);
  return judgement;
}

}  // namespace

Result<Judgement> judge(const ScanState& state, const RuleSet& rules, const Profile& profile,
                        const JudgeOptions& options) {
  return judge_all(state, nullptr, rules, profile, options);
}

Result<Judgement> judge_people(const ScanState& state, const People& people, const RuleSet& rules,
                               const Profile& profile, const JudgeOptions& options) {
  return judge_all(state, &people, rules, profile, options);
}

}  // namespace kouan
