#include "trial/verdict_change.hpp"

#include "ruleset/list_reader.hpp"
#include "unit/judge/state_builder.hpp"
#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

/// A made-up edition: one known scenario, one row that asks for an assessment from `figure` on.
NegativeList edition(const std::string& name, const std::string& figure,
                     const std::string& scenario = "a.x", const std::string& from = "2026-01-01") {
  const std::string yaml =
      "id: example/" + name + R"(
zone: example
edition: ")" +
      name + R"("
title: {zh: "样例清单", en: "example"}
source: "made up"
in_force: {from: )" +
      from + R"(}
declared_totals: {sectors: 1, scenarios: 1}
territory: []
sectors: [{id: a, name: {zh: "甲", en: "A"}}]
scenarios: [{id: )" +
      scenario +
      R"(, name: {zh: "甲一", en: "A one"}, sector: a, complete: yes, fidelity: verbatim}]
entries:
  - id: EXAMPLE-01
    clause: {zh: "第一条", en: "art. 1"}
    fidelity: verbatim
    source: "made up"
    scenarios: [)" +
      scenario +
      R"(]
    kind: personal
    when: {persons: {metric: exported, population: any, window: calendar_year, at_least: )" +
      figure + R"(, bound: inclusive}}
    mechanism: security_assessment
)";
  auto list = read_list({"example.yaml", yaml, {}}, rules_of_program().concepts,
                        rules_of_program().national);
  if (!list) FAIL(list.error().origin.line << ": " << list.error().message);
  return *std::move(list);
}

ScanState state_of(std::uint64_t persons) {
  StateBuilder builder;
  const auto& concepts = rules_of_program().concepts;
  const BitId name = builder.column("$.name", concepts, "person_name", persons);
  const BitId phone = builder.column("$.phone", concepts, "mobile_phone", persons);
  builder.persons(persons, phone, {name, phone});
  return std::move(builder.state());
}

Profile facts(const std::vector<std::string>& scenarios) {
  Profile profile;
  profile.ciio = Tri::no;
  for (const std::string& id : scenarios) profile.scenarios.push_back({id, {}});
  return profile;
}

JudgeOptions on_a_day() {
  JudgeOptions options;
  options.as_of = *parse_date("2026-06-01");
  return options;
}

VerdictChange compared(const EditionPair& editions, std::uint64_t persons,
                       const std::vector<std::string>& scenarios) {
  auto change = editions.compare(state_of(persons), facts(scenarios), on_a_day());
  if (!change) FAIL(change.error().message);
  return *std::move(change);
}

}  // namespace

TEST_CASE("a moved figure changes the verdicts of those between the two, by its row", "[trial]") {
  struct Case {
    const char* note;
    const char *before, *after;
    std::uint64_t persons;
    std::optional<ListChange> want;
    Outcome was, is;
  };
  const auto c = GENERATE(values<Case>({
      {"below both", "100", "50", 49, std::nullopt, Outcome::filing, Outcome::filing},
      {"at the lower figure", "100", "50", 50, ListChange::tightened, Outcome::filing,
       Outcome::security_assessment},
      {"one below the upper", "100", "50", 99, ListChange::tightened, Outcome::filing,
       Outcome::security_assessment},
      {"at both", "100", "50", 100, std::nullopt, Outcome::security_assessment,
       Outcome::security_assessment},
      {"the other way round", "50", "100", 50, ListChange::relaxed, Outcome::security_assessment,
       Outcome::filing},
      {"the same figure", "50", "50", 50, std::nullopt, Outcome::security_assessment,
       Outcome::security_assessment},
  }));
  CAPTURE(c.note);
  const EditionPair editions(rules_of_program(), edition("1", c.before), edition("2", c.after));
  const VerdictChange change = compared(editions, c.persons, {"a.x"});
  CHECK(change.change == c.want);
  CHECK(change.before.outcome == c.was);
  CHECK(change.after.outcome == c.is);
  CHECK(change.rows.empty() == !c.want.has_value());
  if (!c.want) return;
  CHECK(change.rows.front().id == "EXAMPLE-01");
  CHECK(change.rows.front().scenario == "a.x");
  CHECK(change.rows.front().clause.en == "art. 1");
  CHECK((change.rows.front().before.holds == Tri::yes) == (c.was == Outcome::security_assessment));
}

TEST_CASE("editions are compared by their text, in force on the day or not", "[trial]") {
  const EditionPair editions(rules_of_program(), edition("1", "100"),
                             edition("2", "50", "a.x", "2030-01-01"));
  CHECK(compared(editions, 60, {"a.x"}).change == ListChange::tightened);
}

TEST_CASE("two texts of one id are two editions", "[trial]") {
  const EditionPair editions(rules_of_program(), edition("1", "100"), edition("1", "50"));
  CHECK(compared(editions, 60, {"a.x"}).change == ListChange::tightened);
}

TEST_CASE("a scenario that one edition lacks falls to the national rules there, and is named",
          "[trial]") {
  const EditionPair editions(rules_of_program(), edition("1", "100"), edition("2", "50", "a.y"));
  const VerdictChange change = compared(editions, 60, {"a.x"});
  CHECK(change.unlisted_before.empty());
  CHECK(change.unlisted_after == std::vector<std::string>{"a.x"});
  CHECK(change.before.outcome == Outcome::filing);
  CHECK(change.after.outcome == Outcome::none);
  CHECK(change.change == ListChange::relaxed);
}

TEST_CASE("a scenario or an answer that neither edition knows is an error", "[trial][error]") {
  const EditionPair editions(rules_of_program(), edition("1", "100"), edition("2", "50"));
  const auto scenario = editions.compare(state_of(1), facts({"a.z"}), on_a_day());
  REQUIRE_FALSE(scenario.has_value());
  CHECK(scenario.error().code == ErrorCode::invalid_usage);
  CHECK_THAT(scenario.error().message, Catch::Contains("did you mean 'a.x'"));
  Profile profile = facts({"a.x"});
  profile.answers["no_such_question"] = Tri::yes;
  CHECK_FALSE(editions.compare(state_of(1), profile, on_a_day()).has_value());
}

TEST_CASE("an answer that only one edition asks for is no mistake", "[trial]") {
  NegativeList asking = edition("2", "50");
  asking.questions["made-up-question"] = {"made-up-question", {"问", "asked"}, std::nullopt, {}};
  const EditionPair editions(rules_of_program(), edition("1", "100"), asking);
  Profile profile = facts({"a.x"});
  profile.answers["made-up-question"] = Tri::yes;
  CHECK(editions.compare(state_of(60), profile, on_a_day()).has_value());
}

}  // namespace kouan::trial
