#include "judge/unit_guess.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "judge/condition_fields.hpp"

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

/// Who somebody is and how they are reached: any business has these, so they say little about what
/// the data is for.
constexpr std::array<std::string_view, 20> general_ids = {"person_name",
                                                          "resident_id_number",
                                                          "id_document_number",
                                                          "id_document_type",
                                                          "birth_date",
                                                          "age",
                                                          "gender",
                                                          "nationality",
                                                          "occupation",
                                                          "employer",
                                                          "mobile_phone",
                                                          "landline_phone",
                                                          "email",
                                                          "postal_address",
                                                          "postcode",
                                                          "wechat_id",
                                                          "social_account",
                                                          "account_name",
                                                          "user_id",
                                                          "organisation_name"};

bool is_general(const RuleSet& rules, ConceptId typical) {
  return std::ranges::find(general_ids, rules.concepts.at(typical).id) != general_ids.end();
}

using Scenarios = std::vector<std::pair<const NegativeList*, const Scenario*>>;

/// What a concept tells about the scenario of data that holds it: half as much where four scenarios
/// of a list share it, a quarter of that where it is a general one. That several places list the
/// same business makes nothing less telling, so the list that shares a concept most decides.
class Weights {
 public:
  Weights(const RuleSet& rules, const Scenarios& scenarios) {
    std::map<std::pair<const NegativeList*, ConceptId>, std::uint64_t> shared;
    for (const auto& [list, scenario] : scenarios) {
      for (const ConceptId typical : typical_concepts(*list, *scenario)) {
        const std::uint64_t sharing = ++shared[{list, typical}];
        const std::uint64_t weight =
            unit / (sharing + 2) / (is_general(rules, typical) ? general_share : 1);
        auto& least = weights_.try_emplace(typical, weight).first->second;
        least = std::min(least, weight);
      }
    }
  }
  /// 0: typical of nothing.
  std::uint64_t of(ConceptId one) const {
    const auto at = weights_.find(one);
    return at == weights_.end() ? 0 : at->second;
  }
  std::uint64_t of(const std::set<ConceptId>& all) const {
    std::uint64_t sum = 0;
    for (const ConceptId one : all) sum += of(one);
    return sum;
  }

 private:
  static constexpr std::uint64_t unit = 27'720;  // divisible by every number up to 12
  static constexpr std::uint64_t general_share = 4;
  std::map<ConceptId, std::uint64_t> weights_;
};

/// A guess with what speaks for it, by weight: what is both found and typical, and the two sides
/// together; of what tells the scenario from others, what was found and all there is.
struct Weighed {
  ScenarioGuess guess;
  std::uint64_t both = 0, sides = 0;
  std::uint64_t telling_found = 0, telling = 0;

  bool alike() const { return guess.matching >= 2 && telling != 0 && 2 * telling_found >= telling; }
};

Weighed weigh(const RuleSet& rules, const Weights& weights, const std::set<ConceptId>& found,
              const std::set<ConceptId>& typical) {
  Weighed sums;
  sums.sides = weights.of(found) + weights.of(typical);
  for (const ConceptId one : typical) {
    const std::uint64_t weight = weights.of(one);
    const std::uint64_t weight_found = found.contains(one) ? weight : 0;
    sums.both += weight_found;
    if (is_general(rules, one)) continue;
    sums.telling += weight;
    sums.telling_found += weight_found;
  }
  return sums;
}

Scenarios considered_scenarios(const RuleSet& rules, const Profile& profile,
                               const JudgeOptions& options) {
  Scenarios scenarios;
  for (const auto& [id, list] : rules.lists) {
    if (!considered(list, profile, options)) continue;
    for (const auto& scenario : list.scenarios) scenarios.emplace_back(&list, &scenario);
  }
  return scenarios;
}

/// Alike is what explains much of the data and misses little of the scenario (Dice's coefficient,
/// by weight); of two alike ones the one of which more was found.
bool more_alike(const Weighed& a, const Weighed& b) {
  return std::tuple(b.both * a.sides, b.guess.matching, std::tie(a.guess.list, a.guess.scenario)) <
         std::tuple(a.both * b.sides, a.guess.matching, std::tie(b.guess.list, b.guess.scenario));
}

/// The scenario that a declaration names: of its list; where none was chosen, of one in force.
const Scenario* declared_scenario(const Unit& unit, const RuleSet& rules, Date day,
                                  const NegativeList*& list) {
  list = unit.choice->list;
  if (list != nullptr) return unit.choice->scenario;
  for (const auto& [id, other] : rules.lists) {
    if (!in_force_on(other, day)) continue;
    const auto at = std::ranges::find(other.scenarios, unit.choice->declared.id, &Scenario::id);
    if (at == other.scenarios.end()) continue;
    list = &other;
    return &*at;
  }
  return nullptr;
}

bool stands_in(ConceptId wanted, const Evidence& evidence, const Slice& slice) {
  FieldMatcher matcher;
  matcher.field_concept = wanted;
  return find_field(matcher, evidence, slice).present != Tri::no;
}

}  // namespace

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
  const Scenarios scenarios = considered_scenarios(evidence.rules(), profile, options);
  const Weights weights(evidence.rules(), scenarios);
  const std::set<ConceptId> found = concepts_found(evidence);
  std::vector<Weighed> weighed;
  for (const auto& [list, scenario] : scenarios) {
    Weighed one = weigh(evidence.rules(), weights, found, typical_concepts(*list, *scenario));
    one.guess = compare_scenario(evidence, *list, *scenario);
    if (one.alike()) weighed.push_back(std::move(one));
  }
  std::ranges::sort(weighed, more_alike);
  if (weighed.size() > scenario_guesses_max) weighed.resize(scenario_guesses_max);
  std::vector<ScenarioGuess> guesses;
  guesses.reserve(weighed.size());
  for (Weighed& one : weighed) guesses.push_back(std::move(one.guess));
  return guesses;
}

std::vector<LocalText> unlike_declared(const Evidence& evidence, const std::vector<Unit>& units,
                                       Date day, const std::vector<ScenarioGuess>& guesses) {
  std::vector<LocalText> warnings;
  for (const Unit& unit : units) {
    const NegativeList* list = nullptr;
    const Scenario* scenario = declared_scenario(unit, evidence.rules(), day, list);
    if (scenario == nullptr) continue;
    auto telling = typical_concepts(*list, *scenario);
    std::erase_if(telling, [&](ConceptId one) { return is_general(evidence.rules(), one); });
    const bool like = std::ranges::any_of(
        telling, [&](ConceptId one) { return stands_in(one, evidence, unit.slice); });
    if (telling.empty() || like) continue;
    const std::string count = std::to_string(telling.size());
    LocalText text{"申报的场景 " + scenario->id + " 与其文件的字段不符：区别于其他场景的 " + count +
                       " 个典型含义均未出现",
                   "the declared scenario " + scenario->id +
                       " is unlike the fields of its files: none of the " + count +
                       " typical meanings that tell it from others was found"};
    if (!guesses.empty()) {
      text.zh += "；全部字段更近似 " + guesses.front().list + "#" + guesses.front().scenario;
      text.en += "; all fields together look like " + guesses.front().list + "#" +
                 guesses.front().scenario;
    }
    warnings.push_back(std::move(text));
  }
  return warnings;
}

}  // namespace kouan
