#include "judge/unit_guess.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kouan {
namespace {

bool considered(const NegativeList& list, const Profile& profile, const JudgeOptions& options) {
  if (!options.lists.empty()) {
    return std::ranges::find(options.lists, list.id) != options.lists.end();
  }
  if (!in_force_on(list, options.as_of)) return false;
  return profile.registered_in.empty() || covers(list, profile);
}

std::set<ConceptId> typical_concepts(const NegativeList& list, const Scenario& scenario) {
  std::set<ConceptId> typical(scenario.typical.begin(), scenario.typical.end());
  if (!typical.empty()) return typical;
  for (const auto& entry : list.entries) {
    if (std::ranges::find(entry.scenarios, scenario.id) == entry.scenarios.end()) continue;
    for (const auto& field : entry.fields) {
      if (field.kind == FieldMatcher::Kind::field_concept) typical.insert(field.field_concept);
    }
  }
  return typical;
}

std::set<ConceptId> concepts_found(const Evidence& evidence) {
  std::set<ConceptId> found;
  for (const auto& meaning : evidence.meanings().fields) {
    if (meaning.certainty >= Certainty::likely && !meaning.stray)
      found.insert(meaning.field_concept);
  }
  return found;
}

/// A guess with what its concepts weigh.
struct Weighed {
  ScenarioGuess guess;
  std::uint64_t found = 0, all = 0;
};

using Scenarios = std::vector<std::pair<const NegativeList*, const Scenario*>>;

/// How many of the scenarios a concept is typical of.
std::map<ConceptId, std::uint64_t> common_concepts(const Scenarios& scenarios) {
  std::map<ConceptId, std::uint64_t> common;
  for (const auto& [list, scenario] : scenarios) {
    for (const ConceptId one : typical_concepts(*list, *scenario)) ++common[one];
  }
  return common;
}

}  // namespace

bool looks_like(const ScenarioGuess& guess) {
  return guess.matching >= 2 && 2 * guess.matching >= guess.of;
}

ScenarioGuess compare_scenario(const Evidence& evidence, const NegativeList& list,
                               const Scenario& scenario) {
  const std::set<ConceptId> found = concepts_found(evidence);
  const auto typical = typical_concepts(list, scenario);
  ScenarioGuess guess;
  guess.list = list.id;
  guess.scenario = scenario.id;
  guess.name = scenario.name;
  guess.of = static_cast<std::uint32_t>(typical.size());
  guess.matching = static_cast<std::uint32_t>(
      std::ranges::count_if(typical, [&](ConceptId one) { return found.contains(one); }));
  return guess;
}

std::vector<ScenarioGuess> guess_scenarios(const Evidence& evidence, const Profile& profile,
                                           const JudgeOptions& options) {
  constexpr std::uint64_t weight_max = 5'040;  // divisible by every small number
  Scenarios scenarios;
  for (const auto& [id, list] : evidence.rules().lists) {
    if (!considered(list, profile, options)) continue;
    for (const auto& scenario : list.scenarios) scenarios.emplace_back(&list, &scenario);
  }
  const auto common = common_concepts(scenarios);
  const std::set<ConceptId> found = concepts_found(evidence);
  std::vector<Weighed> weighed;
  for (const auto& [list, scenario] : scenarios) {
    Weighed one{compare_scenario(evidence, *list, *scenario)};
    if (one.guess.matching == 0) continue;
    for (const ConceptId typical : typical_concepts(*list, *scenario)) {
      const std::uint64_t weight = weight_max / common.at(typical);
      one.all += weight;
      if (found.contains(typical)) one.found += weight;
    }
    weighed.push_back(std::move(one));
  }
  std::ranges::sort(weighed, [](const Weighed& a, const Weighed& b) {
    return std::tuple(b.found * a.all, b.guess.matching, std::tie(a.guess.list, a.guess.scenario)) <
           std::tuple(a.found * b.all, a.guess.matching, std::tie(b.guess.list, b.guess.scenario));
  });
  if (weighed.size() > scenario_guesses_max) weighed.resize(scenario_guesses_max);
  std::vector<ScenarioGuess> guesses;
  for (Weighed& one : weighed) guesses.push_back(std::move(one.guess));
  return guesses;
}

std::vector<LocalText> unlike_declared(const Evidence& evidence,
                                       const std::vector<ScenarioChoice>& choices,
                                       const std::vector<ScenarioGuess>& guesses) {
  std::vector<LocalText> warnings;
  for (const ScenarioChoice& choice : choices) {
    if (choice.list == nullptr || choice.scenario == nullptr) continue;
    const ScenarioGuess declared = compare_scenario(evidence, *choice.list, *choice.scenario);
    if (declared.of == 0 || declared.matching != 0) continue;
    LocalText text{"申报的场景 " + declared.scenario + " 与字段不符：其 " +
                       std::to_string(declared.of) + " 个典型含义均未出现",
                   "the declared scenario " + declared.scenario +
                       " is unlike the fields: none of its " + std::to_string(declared.of) +
                       " typical meanings was found"};
    const auto better = std::ranges::find_if(guesses, looks_like);
    if (better != guesses.end()) {
      text.zh += "；字段更近似 " + better->list + "#" + better->scenario;
      text.en += "; they look like " + better->list + "#" + better->scenario;
    }
    warnings.push_back(std::move(text));
  }
  return warnings;
}

}  // namespace kouan
