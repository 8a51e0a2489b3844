#include "judge/unit_guess.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace kouan {
namespace {

bool considered(const NegativeList& list, const JudgeOptions& options) {
  if (!options.lists.empty()) {
    return std::ranges::find(options.lists, list.id) != options.lists.end();
  }
  return list.in_force_from <= options.as_of &&
         (!list.in_force_to || options.as_of <= *list.in_force_to);
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

}  // namespace

std::vector<ScenarioGuess> guess_scenarios(const Evidence& evidence, const JudgeOptions& options) {
  const std::set<ConceptId> found = concepts_found(evidence);
  std::vector<ScenarioGuess> guesses;
  for (const auto& [id, list] : evidence.rules().lists) {
    if (!considered(list, options)) continue;
    for (const auto& scenario : list.scenarios) {
      const auto typical = typical_concepts(list, scenario);
      const auto matching =
          std::ranges::count_if(typical, [&](ConceptId one) { return found.contains(one); });
      if (matching == 0) continue;
      guesses.push_back({id, scenario.id, scenario.name, static_cast<std::uint32_t>(matching),
                         static_cast<std::uint32_t>(typical.size())});
    }
  }
  std::ranges::sort(guesses, [](const ScenarioGuess& a, const ScenarioGuess& b) {
    const auto share_a = std::uint64_t{a.matching} * b.of;
    const auto share_b = std::uint64_t{b.matching} * a.of;
    return std::tuple(share_b, b.matching, std::tie(a.list, a.scenario)) <
           std::tuple(share_a, a.matching, std::tie(b.list, b.scenario));
  });
  if (guesses.size() > scenario_guesses_max) guesses.resize(scenario_guesses_max);
  return guesses;
}

}  // namespace kouan
