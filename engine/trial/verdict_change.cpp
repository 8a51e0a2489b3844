#include "trial/verdict_change.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "config/did_you_mean.hpp"
#include "judge/question.hpp"

namespace kouan::trial {
namespace {

RuleSet with_edition(const RuleSet& rules, NegativeList list) {
  RuleSet out = rules;
  list.in_force_from = Date{};
  list.in_force_to.reset();
  const std::string id = list.id;
  out.lists.insert_or_assign(id, std::move(list));
  return out;
}

/// "any" is the one scenario of a catalogue that has none.
bool knows_scenario(const NegativeList& list, const std::string& id) {
  if (id == "any" && list.scenarios.empty()) return true;
  return std::ranges::find(list.scenarios, id, &Scenario::id) != list.scenarios.end();
}

Result<void> check_scenarios(const Profile& profile, const NegativeList& before,
                             const NegativeList& after) {
  for (const DeclaredScenario& declared : profile.scenarios) {
    if (knows_scenario(before, declared.id) || knows_scenario(after, declared.id)) continue;
    std::set<std::string> known;
    for (const auto* list : {&before, &after}) {
      for (const Scenario& one : list->scenarios) known.insert(one.id);
    }
    return fail(ErrorCode::invalid_usage,
                "expected a scenario of " + before.id + " or " + after.id + ", found '" +
                    declared.id + "'" +
                    did_you_mean_hint(declared.id, std::vector(known.begin(), known.end())));
  }
  return {};
}

/// The facts that the edition can ask for: an answer that only the other one wants is no mistake.
Profile facts_for(const Profile& profile, const RuleSet& own, const RuleSet& other,
                  const NegativeList& list, std::vector<std::string>& unlisted) {
  Profile out = profile;
  std::erase_if(out.scenarios, [&](const DeclaredScenario& declared) {
    if (knows_scenario(list, declared.id)) return false;
    unlisted.push_back(declared.id);
    return true;
  });
  const std::set<std::string> asked = question_ids(own);
  const std::set<std::string> asked_there = question_ids(other);
  std::erase_if(out.answers, [&](const auto& answer) {
    return !asked.contains(answer.first) && asked_there.contains(answer.first);
  });
  return out;
}

RowSays says(const EntryResult& row) {
  return {row.holds, row.at_least, row.at_most, row.other_route && row.holds != Tri::no};
}

/// The same answer has the same words, whatever led to it.
auto answer_of(const Verdict& verdict) {
  return std::tuple(verdict.determined, verdict.at_least, verdict.at_most, verdict.other_route);
}

std::optional<ListChange> change_of(const Verdict& before, const Verdict& after) {
  if (answer_of(before) == answer_of(after)) return std::nullopt;
  const bool up = after.at_least >= before.at_least && after.at_most >= before.at_most &&
                  after.other_route >= before.other_route;
  const bool down = after.at_least <= before.at_least && after.at_most <= before.at_most &&
                    after.other_route <= before.other_route;
  if (up == down) return ListChange::changed;
  return up ? ListChange::tightened : ListChange::relaxed;
}

std::vector<RowVerdict> rows_that_differ(const Judgement& before, const Judgement& after) {
  using Key = std::pair<std::string, std::string>;
  std::map<Key, const EntryResult*> was;
  for (const EntryResult& row : before.entries) was.emplace(Key(row.id, row.scenario), &row);
  std::vector<RowVerdict> rows;
  for (const EntryResult& row : after.entries) {
    const auto there = was.find(Key(row.id, row.scenario));
    const RowSays old = there == was.end() ? RowSays{} : says(*there->second);
    if (old != says(row)) rows.push_back({row.id, row.scenario, row.clause, old, says(row)});
    if (there != was.end()) was.erase(there);
  }
  for (const EntryResult& row : before.entries) {
    const bool gone = was.contains(Key(row.id, row.scenario));
    if (gone && says(row) != RowSays{}) {
      rows.push_back({row.id, row.scenario, row.clause, says(row), {}});
    }
  }
  return rows;
}

}  // namespace

EditionPair::EditionPair(const RuleSet& rules, NegativeList before, NegativeList after)
    : before_id_(before.id),
      after_id_(after.id),
      before_(with_edition(rules, std::move(before))),
      after_(with_edition(rules, std::move(after))) {}

Result<Judgement> EditionPair::judged(const RuleSet& rules, const std::string& id,
                                      const ScanState& state, const Profile& profile,
                                      JudgeOptions options,
                                      std::vector<std::string>& unlisted) const {
  const RuleSet& other = &rules == &before_ ? after_ : before_;
  options.lists = {id};
  return judge(state, rules, facts_for(profile, rules, other, *rules.find_list(id), unlisted),
               options);
}

Result<VerdictChange> EditionPair::compare(const ScanState& state, const Profile& profile,
                                           const JudgeOptions& options) const {
  if (auto known = check_scenarios(profile, before(), after()); !known) {
    return tl::unexpected<Error>(std::move(known.error()));
  }
  VerdictChange out;
  KOUAN_TRY(const Judgement was,
            judged(before_, before_id_, state, profile, options, out.unlisted_before));
  KOUAN_TRY(const Judgement is,
            judged(after_, after_id_, state, profile, options, out.unlisted_after));
  out.change = change_of(was.verdict, is.verdict);
  out.before = was.verdict;
  out.after = is.verdict;
  out.rows = rows_that_differ(was, is);
  return out;
}

}  // namespace kouan::trial
