#include "judge/verdict_decision.hpp"

#include <algorithm>
#include <tuple>

#include "judge/tri.hpp"

namespace kouan {
namespace {

/// The national figures over two slices: what is surely judged by them, and what may be.
struct NationalFigures {
  OutcomeRange rest;       // of the files that no list judges
  OutcomeRange undecided;  // of these and of those whose list does not decide alone
};

class Decider {
 public:
  Decider(const Case& about, const Evidence& evidence, const Trial& trial)
      : about_(about),
        evidence_(evidence),
        facts_(about.profile, about.options.strict, trial.answers),
        only_(trial.only) {}

  Decision run() {
    decision_.units = make_units(about_.choices, evidence_.state(), about_.rules, facts_,
                                 about_.options.as_of, decision_.findings);
    judge_special_regimes();
    judge_standing_rows();
    const NationalFigures figures = judge_figures();
    decision_.national.raise(figures.undecided);
    if (!free_outside_lists()) decision_.range.raise(figures.rest);
    for (const auto& unit : decision_.units.units) judge_unit(unit, figures);
    if (evidence_.loss().unknown_size) {
      decision_.range.upper = std::max(decision_.range.upper, Outcome::security_assessment);
      decision_.national.upper = std::max(decision_.national.upper, Outcome::security_assessment);
    }
    sort_entries();
    return std::move(decision_);
  }

 private:
  View national_view(const Slice& slice) const {
    View view{evidence_, facts_, slice, about_.rules.national.questions, true, only_, {}, {}};
    for (const auto& earlier : about_.profile.carried_over) {
      if (!decided_by_list(earlier.scenario)) view.carried.push_back(earlier);
    }
    return view;
  }

  View list_view(const Unit& unit) const {
    View view{evidence_, facts_, unit.slice, unit.choice->list->questions, false, only_, {}, {}};
    for (const auto& earlier : about_.profile.carried_over) {
      if (earlier.scenario == unit.choice->declared.id) view.carried.push_back(earlier);
      if (earlier.scenario.empty()) view.carried_perhaps.push_back(earlier);
    }
    return view;
  }

  bool decided_by_list(const std::string& scenario) const {
    return std::ranges::any_of(decision_.units.units, [&](const Unit& unit) {
      return unit.decided() && unit.choice->declared.id == scenario;
    });
  }

  bool free_outside_lists() const {
    return about_.rules.national.outside_list_free && decision_.units.any_applies;
  }

  void keep(JudgedRow row) {
    if (row.result.other_route)
      decision_.other_route = tri_or(decision_.other_route, row.result.holds);
    decision_.findings.add(row.findings);
    decision_.entries.push_back(std::move(row.result));
  }

  static OutcomeRange range_of(const EntryResult& row) { return {row.at_least, row.at_most}; }

  void judge_special_regimes() {
    for (const auto& row : about_.rules.national.special_regimes) {
      keep(judge_entry(row, national_view(decision_.units.all), {}));
    }
  }

  void judge_standing_rows() {
    for (const auto& row : about_.period.rows) {
      if (!stands_beside_lists(row)) continue;
      const bool whole = row.kind == EntryKind::important || row.kind == EntryKind::other_regime;
      JudgedRow judged = judge_entry(
          row, national_view(whole ? decision_.units.all : decision_.units.counted), {});
      decision_.range.raise(range_of(judged.result));
      decision_.national.raise(range_of(judged.result));
      keep(std::move(judged));
    }
  }

  NationalFigures judge_figures() {
    NationalFigures figures;
    const bool apart = !(decision_.units.rest == decision_.units.undecided);
    for (const auto& row : about_.period.rows) {
      if (stands_beside_lists(row)) continue;
      JudgedRow judged = judge_entry(row, national_view(decision_.units.undecided), {});
      figures.undecided.raise(range_of(judged.result));
      if (apart) {
        const JudgedRow rest = judge_entry(row, national_view(decision_.units.rest), {});
        judged.result.at_least = rest.result.at_least;
        decision_.findings.add(rest.findings);
        figures.rest.raise(range_of(rest.result));
      } else {
        figures.rest.raise(range_of(judged.result));
      }
      keep(std::move(judged));
    }
    return figures;
  }

  OutcomeRange judge_rows(const Unit& unit) {
    OutcomeRange rows;
    const std::string& id = unit.choice->declared.id;
    const RowPlace place{unit.choice->list->id, id};
    const View of = list_view(unit);
    for (const auto& entry : unit.choice->list->entries) {
      const auto in = [&](const std::string& scenario) {
        return scenario == id || scenario == "any";
      };
      if (std::ranges::none_of(entry.scenarios, in)) continue;
      JudgedRow judged = judge_entry(entry, of, place);
      if (unit.applies == Tri::unknown) judged.result.at_least = Outcome::none;
      rows.raise(range_of(judged.result));
      keep(std::move(judged));
    }
    return rows;
  }

  /// A complete scenario decides alone: filing at least, unless nobody and nothing is in it. Under
  /// an incomplete one the outcome lies between filing and the national answer.
  void judge_unit(const Unit& unit, const NationalFigures& figures) {
    if (unit.applies == Tri::no) return;
    const OutcomeRange rows = judge_rows(unit);
    const Counts& counts = evidence_.counts(unit.slice);
    OutcomeRange base{counts.any.lower > 0 ? Outcome::filing : Outcome::none,
                      counts.any.upper > 0 ? Outcome::filing : Outcome::none};
    if (!unit.decided()) {
      base.lower = std::min(base.lower, figures.undecided.lower);
      base.upper = std::max(base.upper, figures.undecided.upper);
    }
    decision_.range.raise(base);
    decision_.range.raise(rows);
  }

  void sort_entries() {
    std::ranges::stable_sort(decision_.entries, [](const EntryResult& a, const EntryResult& b) {
      return std::tuple(b.at_least, b.at_most, std::tie(a.id, a.scenario)) <
             std::tuple(a.at_least, a.at_most, std::tie(b.id, b.scenario));
    });
  }

  const Case& about_;
  const Evidence& evidence_;
  Facts facts_;
  bool only_;
  Decision decision_;
};

}  // namespace

void OutcomeRange::raise(const OutcomeRange& other) {
  lower = std::max(lower, other.lower);
  upper = std::max({upper, other.upper, lower});
}

Decision decide(const Case& about, const Evidence& evidence, const Trial& trial) {
  return Decider(about, evidence, trial).run();
}

}  // namespace kouan
