#include "judge/unit_choice.hpp"

#include <algorithm>
#include <set>

#include "config/did_you_mean.hpp"
#include "judge/condition_judge.hpp"
#include "judge/tri.hpp"

namespace kouan {
namespace {

std::string hint(const std::string& word, const std::set<std::string>& known) {
  const std::vector<std::string> candidates(known.begin(), known.end());
  return did_you_mean_hint(word, candidates);
}

bool has_any_rows(const NegativeList& list) {
  return std::ranges::any_of(list.entries, [](const Entry& entry) {
    return std::ranges::find(entry.scenarios, "any") != entry.scenarios.end();
  });
}

const Scenario* find_scenario(const NegativeList& list, const std::string& id) {
  const auto at = std::ranges::find(list.scenarios, id, &Scenario::id);
  return at == list.scenarios.end() ? nullptr : &*at;
}

const Sector* find_sector(const NegativeList& list, const std::string& id) {
  const auto at = std::ranges::find(list.sectors, id, &Sector::id);
  return at == list.sectors.end() ? nullptr : &*at;
}

/// Puts the scenario of one list into the choice; false: the list does not know it.
bool choose_from(const NegativeList& list, ScenarioChoice& choice) {
  const Scenario* scenario = find_scenario(list, choice.declared.id);
  const bool catalogue =
      choice.declared.id == "any" && list.scenarios.empty() && has_any_rows(list);
  if (scenario == nullptr && !catalogue) return false;
  choice.list = &list;
  choice.scenario = scenario;
  choice.sector = scenario != nullptr ? find_sector(list, scenario->sector) : nullptr;
  return true;
}

std::set<std::string> scenario_ids(const RuleSet& rules, const std::vector<std::string>& lists) {
  std::set<std::string> ids;
  for (const auto& [id, list] : rules.lists) {
    if (!lists.empty() && std::ranges::find(lists, id) == lists.end()) continue;
    for (const auto& scenario : list.scenarios) ids.insert(scenario.id);
  }
  return ids;
}

/// Of several lists that know the scenario, one in force on the day comes first.
void choose_list(const RuleSet& rules, const JudgeOptions& options, ScenarioChoice& choice) {
  for (const auto& id : options.lists) {
    const NegativeList* list = rules.find_list(id);
    ScenarioChoice other{choice.declared, nullptr, nullptr, nullptr};
    if (list == nullptr || !choose_from(*list, other)) continue;
    const bool better = choice.list == nullptr || (!in_force_on(*choice.list, options.as_of) &&
                                                   in_force_on(*list, options.as_of));
    if (better) choice = other;
  }
}

bool known(const std::string& glob, const ScanState& state) {
  return std::ranges::any_of(state.groups(), [&](const auto& labels) {
    return std::ranges::find(labels, glob) != labels.end();
  });
}

bool matched(const std::vector<std::string>& labels, const std::vector<std::string>& globs) {
  return std::ranges::any_of(globs, [&](const std::string& glob) {
    return std::ranges::find(labels, glob) != labels.end();
  });
}

/// The files of some globs: none named means all of them; a glob that no file carries in the state
/// was not looked for, so every file may be meant.
Slice files_of(const std::vector<std::string>& globs, const ScanState& state, Units& units) {
  Slice slice = Slice::everything(state.groups().size());
  if (globs.empty()) return slice;
  bool all_known = true;
  for (const auto& glob : globs) {
    if (known(glob, state)) continue;
    all_known = false;
    units.not_scanned.push_back(
        {"扫描时没有文件匹配 “" + glob + "”，无法确定所指文件（not_scanned）",
         "no scanned file carries the pattern '" + glob +
             "': its files are unknown (not_scanned)"});
  }
  for (std::size_t group = 0; group < state.groups().size(); ++group) {
    slice.sure[group] = matched(state.groups()[group], globs);
    slice.may[group] = slice.sure[group] || !all_known;
  }
  return slice;
}

void unite(std::vector<bool>& into, const std::vector<bool>& more) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = into[i] || more[i];
}

void intersect(std::vector<bool>& into, const std::vector<bool>& with) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = into[i] && with[i];
}

Slice nothing(std::size_t groups) {
  return {std::vector<bool>(groups), std::vector<bool>(groups), false};
}

void take_out_exempt(const ScanState& state, const NationalPolicy& national, const Facts& facts,
                     Date day, Units& units) {
  units.counted = units.all;
  for (const auto& exemption : facts.profile().exemptions) {
    if (find_exemption(national, exemption.article, day) == nullptr) continue;
    Slice exempt = files_of(exemption.files, state, units);
    exempt.sure.flip();
    exempt.may.flip();
    intersect(units.counted.sure, exempt.may);
    intersect(units.counted.may, exempt.sure);
  }
}

/// A list of the handler's own place that lets its authority apply those of others.
const NegativeList* lending_list(const RuleSet& rules, const Facts& facts, Date day) {
  for (const auto& [id, list] : rules.lists) {
    const auto& mode = list.reference_mode;
    const bool may = mode && mode->may_apply_others && (!mode->from || *mode->from <= day);
    if (may && in_force_on(list, day) && !list.territory.empty() && covers(list, facts.profile())) {
      return &list;
    }
  }
  return nullptr;
}

/// Whether the list of another place may be used: only through an act of the handler's own one,
/// and only the handler knows whether there is such an act for this export.
Tri applied_elsewhere(const NegativeList& list, const RuleSet& rules, const Facts& facts, Date day,
                      LocalText& why_not, Findings& findings) {
  why_not = {
      "处理者的注册地不在清单 " + list.id + " 的适用区域（handler.registered_in）",
      "the handler is not registered where list " + list.id + " applies (handler.registered_in)"};
  const NegativeList* const own = lending_list(rules, facts, day);
  if (own == nullptr) {
    why_not.zh += "，且未见其注册地可适用其他地区清单的规定";
    why_not.en += ", and no act is known by which its own place applies lists of others";
    return Tri::no;
  }
  why_not.zh += "；按清单 " + own->id + "，须经主管部门适用";
  why_not.en += "; by list " + own->id + " an authority may apply it";
  const std::string id = question::applied(list.id);
  const Tri said = facts.answer(id);
  if (said == Tri::unknown) findings.questions.emplace(id, make_question(id, {}));
  return said;
}

void ask(const std::string& id, const NegativeList& list, Findings& findings) {
  const auto known = list.questions.find(id);
  const LocalText text = known == list.questions.end() ? LocalText{} : known->second.text;
  findings.questions.emplace(id, make_question(id, text));
}

void set_applies(Unit& unit, const RuleSet& rules, const Facts& facts, Date day,
                 Findings& findings) {
  const ScenarioChoice& choice = *unit.choice;
  if (choice.list == nullptr) {
    unit.why_not = {"未用 --list 选择清单", "no list was chosen with --list"};
    return;
  }
  if (!in_force_on(*choice.list, day)) {
    unit.why_not = {"清单 " + choice.list->id + " 在判定日未施行",
                    "list " + choice.list->id + " is not in force on the day"};
    return;
  }
  Tri covered = Tri::yes;
  if (!covers(*choice.list, facts.profile())) {
    covered = applied_elsewhere(*choice.list, rules, facts, day, unit.why_not, findings);
    if (covered == Tri::no) return;
  }
  Tri excluded = choice.list->excludes_ciio ? facts.ciio() : Tri::no;
  if (excluded == Tri::unknown) ask(question::ciio, *choice.list, findings);
  if (choice.sector != nullptr) {
    for (const auto& fact : choice.sector->excludes) {
      const Tri said = fact == question::ciio ? facts.ciio() : facts.answer(fact);
      if (said == Tri::unknown) ask(fact, *choice.list, findings);
      excluded = tri_or(excluded, said);
    }
  }
  unit.applies = tri_and(covered, tri_not(excluded));
  if (unit.applies == Tri::yes || excluded == Tri::no) return;
  unit.why_not = {"清单 " + choice.list->id + " 将该处理者排除在外（或尚未确定）",
                  "list " + choice.list->id + " excludes this handler (or may do so)"};
}

/// Files that no scenario names belong to every declared one.
void share_unnamed(const ScanState& state, Units& units) {
  Slice named = nothing(state.groups().size());
  for (const auto& unit : units.units) {
    if (unit.choice->declared.files.empty()) continue;
    unite(named.sure, unit.slice.sure);
    unite(named.may, unit.slice.may);
  }
  named.sure.flip();
  named.may.flip();
  for (auto& unit : units.units) {
    if (unit.choice->declared.files.empty()) continue;
    unite(unit.slice.sure, named.may);
    unite(unit.slice.may, named.sure);
  }
}

void set_national_files(const ScanState& state, Units& units) {
  if (units.units.empty()) {
    units.rest = units.undecided = units.counted;
    return;
  }
  units.rest = units.undecided = nothing(state.groups().size());
  for (const auto& unit : units.units) {
    units.any_applies = units.any_applies || unit.applies == Tri::yes;
    if (unit.decided()) continue;
    units.undecided.lost = true;
    unite(units.undecided.sure, unit.slice.sure);
    unite(units.undecided.may, unit.slice.may);
    if (unit.applies != Tri::no) continue;
    units.rest.lost = true;
    unite(units.rest.sure, unit.slice.sure);
    unite(units.rest.may, unit.slice.may);
  }
}

}  // namespace

bool covers(const NegativeList& list, const Profile& profile) {
  return list.territory.empty() ||
         std::ranges::any_of(list.territory, [&](const std::string& place) {
           return std::ranges::find(profile.registered_in, place) != profile.registered_in.end();
         });
}

const Exemption* find_exemption(const NationalPolicy& national, const std::string& article,
                                Date day) {
  const auto at = std::ranges::find_if(national.exemptions, [&](const Exemption& one) {
    return one.article == article && one.from <= day && (!one.to || day <= *one.to);
  });
  return at == national.exemptions.end() ? nullptr : &*at;
}

Result<std::vector<ScenarioChoice>> choose_scenarios(const RuleSet& rules, const Profile& profile,
                                                     const JudgeOptions& options) {
  std::set<std::string> lists;
  for (const auto& [id, list] : rules.lists) lists.insert(id);
  for (const auto& id : options.lists) {
    if (rules.find_list(id) != nullptr) continue;
    return fail(ErrorCode::invalid_usage, "there is no list '" + id + "'" + hint(id, lists));
  }
  std::vector<ScenarioChoice> choices;
  for (const auto& declared : profile.scenarios) {
    ScenarioChoice choice{declared, nullptr, nullptr, nullptr};
    choose_list(rules, options, choice);
    const auto ids = scenario_ids(rules, options.lists);
    if (choice.list == nullptr && (!options.lists.empty() || !ids.contains(declared.id))) {
      return fail(ErrorCode::invalid_usage, "there is no scenario '" + declared.id +
                                                "' in the chosen lists" + hint(declared.id, ids));
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

Units make_units(const std::vector<ScenarioChoice>& choices, const ScanState& state,
                 const RuleSet& rules, const Facts& facts, Date day, Findings& findings) {
  Units units;
  units.all = Slice::everything(state.groups().size());
  take_out_exempt(state, rules.national, facts, day, units);
  for (const auto& choice : choices) {
    Unit unit;
    unit.choice = &choice;
    // What a positive list does not name is never free by it, however much of the list is known.
    unit.complete = choice.scenario != nullptr && choice.scenario->complete &&
                    choice.list->kind == ListKind::negative;
    unit.slice = files_of(choice.declared.files, state, units);
    set_applies(unit, rules, facts, day, findings);
    units.units.push_back(std::move(unit));
  }
  share_unnamed(state, units);
  for (auto& unit : units.units) {
    intersect(unit.slice.sure, units.counted.sure);
    intersect(unit.slice.may, units.counted.may);
  }
  set_national_files(state, units);
  return units;
}

}  // namespace kouan
