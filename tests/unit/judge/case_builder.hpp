#pragma once

/// \file
/// Rules, people and cases of the judge's tests, written by hand. The national figures are those of
/// national-rules.md, A2; every list is made up.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "judge/verdict_questions.hpp"
#include "judge/verdict_reasons.hpp"
#include "state_builder.hpp"

namespace kouan::judge_case {

inline Date day(const char* text) {
  return *parse_date(text);
}

inline ConceptTable make_concepts() {
  using Class = Concept::Class;
  const auto one = [](const char* id, Class data_class, std::uint8_t rank = 0) {
    return Concept{id, id, id, data_class, rank, 0, 0};
  };
  return *ConceptTable::build({
      one("person_name", Class::personal),
      one("mobile_phone", Class::personal, 2),
      one("resident_id_number", Class::personal, 1),
      one("diagnosis", Class::sensitive),
      one("bank_card_number", Class::sensitive, 3),
      one("blood_type", Class::personal),
      one("longitude", Class::personal),
      one("user_id", Class::personal, 3),
      one("order_number", Class::business),
      one("ota_package", Class::important_candidate),
      one("gene_data", Class::sensitive),
      one("loyalty_points", Class::personal),
  });
}

inline Condition persons(Population population, std::optional<std::uint64_t> figure,
                         Metric metric = Metric::exported, Bound bound = Bound::inclusive) {
  PersonsTest test;
  test.metric = metric;
  test.population = population;
  test.figure = figure;
  test.bound = bound;
  return {test};
}
inline Condition fact(const std::string& id, bool is = true) {
  return {FactTest{id, is}};
}
inline Condition asked(const std::string& id, bool is = true) {
  return {QuestionTest{id, is}};
}
inline Condition group(Group::Kind kind, std::vector<Condition> limbs) {
  return {Group{kind, std::move(limbs)}};
}
inline Condition all_of(std::vector<Condition> limbs) {
  return group(Group::Kind::all, std::move(limbs));
}
inline Condition any_of(std::vector<Condition> limbs) {
  return group(Group::Kind::any, std::move(limbs));
}

inline Entry row(const std::string& id, EntryKind kind, std::optional<Condition> when,
                 std::optional<Outcome> mechanism) {
  Entry entry;
  entry.id = id;
  entry.clause = {"clause of " + id, "clause of " + id};
  entry.kind = kind;
  entry.when = std::move(when);
  entry.mechanism = mechanism;
  entry.category = {id, id};
  return entry;
}

inline std::vector<Entry> rows_of_2022(bool with_contract) {
  using enum Outcome;
  std::vector<Entry> rows = {
      row("N22-important", EntryKind::important, fact("important_data"), security_assessment),
      row("N22-ciio", EntryKind::personal, all_of({fact("ciio"), persons(Population::any, 1)}),
          security_assessment),
      row("N22-held", EntryKind::personal,
          all_of({persons(Population::any, 1), persons(Population::any, 1'000'000, Metric::held)}),
          security_assessment),
      row("N22-many", EntryKind::personal,
          any_of({persons(Population::any, 100'000), persons(Population::sensitive, 10'000)}),
          security_assessment),
  };
  if (with_contract) {
    rows.push_back(row("N23-rest", EntryKind::personal, persons(Population::any, 1),
                       contract_or_certification));
  }
  return rows;
}

inline std::vector<Entry> rows_of_2024() {
  using enum Outcome;
  return {
      row("N24-2", EntryKind::important, fact("important_data"), security_assessment),
      row("N24-7", EntryKind::personal, all_of({fact("ciio"), persons(Population::any, 1)}),
          security_assessment),
      row("N24-8", EntryKind::personal,
          any_of({persons(Population::non_sensitive, 1'000'000),
                  persons(Population::sensitive, 10'000)}),
          security_assessment),
      row("N24-9", EntryKind::personal,
          any_of({persons(Population::non_sensitive, 100'000), persons(Population::sensitive, 1)}),
          contract_or_certification),
  };
}

inline NationalPeriod period(const char* id, Date from, std::optional<Date> to,
                             std::vector<Entry> rows) {
  NationalPeriod of;
  of.id = id;
  of.from = from;
  of.to = to;
  of.rows = std::move(rows);
  return of;
}

/// The table, and classes: resident IDs sensitive until 2025-10-31, everything sourced.
inline RuleSet make_rules() {
  RuleSet rules;
  rules.concepts = make_concepts();
  rules.national.periods = {
      period("2022", day("2022-09-01"), day("2023-05-31"), rows_of_2022(false)),
      period("2023", day("2023-06-01"), day("2024-03-21"), rows_of_2022(true)),
      period("2024", day("2024-03-22"), std::nullopt, rows_of_2024()),
  };
  for (const char* article : {"5(1)", "5(2)"}) {
    Exemption exemption;
    exemption.article = article;
    exemption.clause.zh = exemption.clause.en = std::string("Provisions 2024, art. ") + article;
    exemption.from = day("2024-03-22");
    rules.national.exemptions.push_back(exemption);
  }
  rules.national.duties = {{"告知", "notice"}};
  std::vector<ClassRow> classes;
  for (ConceptId id = 0; id < rules.concepts.size(); ++id) {
    const Concept& of = rules.concepts.at(id);
    if (of.id == "resident_id_number") {
      classes.push_back(
          {id, std::nullopt, day("2025-10-31"), Concept::Class::sensitive, false, "x"});
      classes.push_back(
          {id, day("2025-11-01"), std::nullopt, Concept::Class::personal, false, "x"});
    } else if (of.id != "loyalty_points") {  // unsourced
      classes.push_back({id, std::nullopt, std::nullopt, of.data_class,
                         of.id == "bank_card_number" || of.id == "diagnosis", "made up"});
    }
  }
  rules.classes = ClassTable(std::move(classes));
  return rules;
}

/// A made-up list of one scenario, in force since 2025, for handlers registered in "zone".
inline NegativeList make_list(bool complete, std::vector<Entry> entries) {
  NegativeList list;
  list.id = "EXAMPLE/1";
  list.in_force_from = day("2025-01-01");
  list.territory = {"zone"};
  Scenario scenario;
  scenario.id = "example.a";
  scenario.complete = complete;
  list.scenarios = {scenario};
  for (auto& entry : entries) {
    if (entry.scenarios.empty()) entry.scenarios = {"example.a"};
  }
  list.entries = std::move(entries);
  return list;
}

/// Columns of two classes and persons of each, without a scan and without joining rows.
class Material {
 public:
  explicit Material(RuleSet rules_in = make_rules()) : rules(std::move(rules_in)) {
    plain = sure("$.name", "person_name");
    sensitive = sure("$.diagnosis", "diagnosis");
    profile.ciio = Tri::no;
    options.as_of = day("2026-06-01");
  }

  BitId sure(const std::string& path, const std::string& id) {
    return add(path, id, Certainty::sure);
  }
  BitId add(const std::string& path, const std::string& id, Certainty certainty,
            bool stray = false) {
    const BitId bit = builder.column(path, rules.concepts, id);
    FieldMeaning meaning;
    meaning.path = builder.state().bits()[bit].path;
    meaning.tag = builder.state().bits()[bit].tag;
    meaning.field_concept = rules.concepts.find(id);
    meaning.certainty = certainty;
    meaning.stray = stray;
    meanings.fields.push_back(meaning);
    meanings.bits.push_back({meaning.field_concept, certainty, stray, false, false});
    return bit;
  }

  /// `lower` to `upper` persons who have these fields.
  PersonProfile& people(std::uint64_t lower, std::uint64_t upper, std::vector<BitId> fields,
                        const std::vector<std::string>& labels = {}) {
    PersonProfile person;
    person.fields = {{builder.state().group(labels), builder.set_of(std::move(fields))}};
    person.lower = lower;
    person.upper = upper;
    profiles.push_back(person);
    builder.state().coverage().files.front().records += upper;
    return profiles.back();
  }
  PersonProfile& people(std::uint64_t count, std::vector<BitId> fields) {
    return people(count, count, std::move(fields));
  }

  void declare(const std::string& scenario, std::vector<std::string> files = {}) {
    options.lists = {"EXAMPLE/1"};
    profile.scenarios.push_back({scenario, std::move(files)});
    profile.registered_in = {"zone"};
  }
  void use(NegativeList list) { rules.lists[list.id] = std::move(list); }

  /// Everything that depends on the figures above, made once they stand.
  struct Run {
    People people;
    EvidenceOptions how;
    Evidence evidence;
    Case about;
    Unread lost;

    Decision decide(const Trial& trial = {}) const { return kouan::decide(about, evidence, trial); }
    Verdict verdict() const {
      const Decision decision = decide();
      Verdict verdict = make_verdict(about, evidence, decision, lost);
      verdict.questions = open_questions(about, evidence, people, how, decision);
      return verdict;
    }
  };
  std::unique_ptr<Run> run() {
    lost = unread(builder.state().coverage(), options.accept_gaps);
    const EvidenceOptions how{
        options.as_of, {lost.accepted ? 0 : lost.records, lost.unknown_size}, options.without};
    kept_ = std::make_unique<People>(profiles);
    const NationalPeriod* period = nullptr;
    for (const auto& one : rules.national.periods) {
      if (one.from <= options.as_of && (!one.to || options.as_of <= *one.to)) period = &one;
    }
    return std::unique_ptr<Run>(new Run{
        *kept_, how, Evidence(builder.state(), rules, meanings, *kept_, how),
        Case{rules, profile, options, *period, *choose_scenarios(rules, profile, options)}, lost});
  }
  Decision decide() { return run()->decide(); }
  Verdict verdict() { return run()->verdict(); }

  RuleSet rules;
  StateBuilder builder;
  FieldMeanings meanings;
  std::vector<PersonProfile> profiles;
  Profile profile;
  JudgeOptions options;
  Unread lost;
  BitId plain = 0, sensitive = 0;

 private:
  std::unique_ptr<People> kept_;
};

inline const EntryResult& entry(const Decision& decision, const std::string& id) {
  const auto at = std::ranges::find(decision.entries, id, &EntryResult::id);
  if (at == decision.entries.end()) throw std::out_of_range("no entry " + id);
  return *at;
}

}  // namespace kouan::judge_case
