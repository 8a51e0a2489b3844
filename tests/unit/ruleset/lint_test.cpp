#include "ruleset/lint.hpp"

#include <algorithm>

#include "unit/ruleset/loaded_rules.hpp"

namespace kouan {
namespace {

Entry good(const std::string& id) {
  Entry entry;
  entry.id = id;
  entry.clause = {"1", "1"};
  entry.source = "made up";
  entry.fidelity = Fidelity::verbatim;
  entry.scenarios = {"retail.sale"};
  entry.mechanism = Outcome::security_assessment;
  entry.fields.push_back({FieldMatcher::Kind::field_concept, ConceptId{0}, {}, {}, {}});
  PersonsTest test;
  test.figure = 100;
  entry.when = Condition{test};
  return entry;
}

FieldMatcher path(const std::string& pattern) {
  FieldMatcher field;
  field.kind = FieldMatcher::Kind::path;
  field.pattern = pattern;
  return field;
}

/// At least `low` and fewer than `high`.
Condition between(std::uint64_t low, std::uint64_t high) {
  PersonsTest least;
  least.figure = low;
  PersonsTest fewer;
  fewer.figure = high;
  fewer.at_least = false;
  fewer.bound = Bound::exclusive;
  return {Group{Group::Kind::all, {Condition{least}, Condition{fewer}}}};
}

NegativeList list_of(std::vector<Entry> entries) {
  NegativeList list;
  list.id = "example/2099";
  list.sectors.push_back({"retail", {}, {}, {}});
  Scenario scenario;
  scenario.id = "retail.sale";
  scenario.sector = "retail";
  list.scenarios.push_back(scenario);
  list.entries = std::move(entries);
  return list;
}

std::vector<std::string> findings(const NegativeList& list) {
  std::vector<std::string> ids;
  for (const LintFinding& finding : lint_list(list, rules_of_program())) {
    for (const LocalText* text : {&finding.message, &finding.fix}) {
      CHECK_FALSE(text->zh.empty());
      CHECK_FALSE(text->en.empty());
    }
    CHECK(finding.place.starts_with("example/2099 "));
    ids.push_back(finding.id);
  }
  return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("a list with nothing to say against it has no findings", "[lint]") {
  CHECK(findings(list_of({good("E-01")})).empty());
}

TEST_CASE("each weakness of a row is found", "[lint]") {
  struct Case {
    const char* note;
    void (*spoil)(Entry&);
    Ids want;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", [](Entry&) {}, {}},
      {"no clause", [](Entry& e) { e.clause = {}; }, {"missing-clause"}},
      {"no source", [](Entry& e) { e.source.clear(); }, {"missing-source"}},
      {"an id of an example", [](Entry& e) { e.id = "EXAMPLE-01"; }, {"example-id"}},
      {"a figure whose bound is open",
       [](Entry& e) { std::get<PersonsTest>(e.when->test).bound = Bound::unstated; },
       {"figure-without-bound"}},
      {"an unknown figure needs no bound",
       [](Entry& e) {
         std::get<PersonsTest>(e.when->test).bound = Bound::unstated;
         std::get<PersonsTest>(e.when->test).figure.reset();
       },
       {}},
      {"neither fields nor condition",
       [](Entry& e) {
         e.fields.clear();
         e.when.reset();
       },
       {"field-matches-nothing"}},
      {"a bound left open deep inside",
       [](Entry& e) {
         QuantityTest test;
         test.figure = 1;
         test.bound = Bound::unstated;
         Group all;
         all.limbs.emplace_back(Condition{test});
         e.unless.emplace_back().test = std::move(all);
       },
       {"figure-without-bound"}},
      {"a field that stands twice",
       [](Entry& e) { e.fields.push_back(e.fields.front()); },
       {"duplicate-field"}},
      {"a pattern that starts beside the root of every path",
       [](Entry& e) { e.fields = {path("(?i)^member_level$")}; },
       {"pattern-never-matches"}},
      {"a pattern that starts at the root",
       [](Entry& e) { e.fields = {path("^\\$\\.level$")}; },
       {}},
      {"a pattern that may start with nothing", [](Entry& e) { e.fields = {path("^a*[$]")}; }, {}},
      {"a count that no number fits",
       [](Entry& e) { e.when = between(100, 100); },
       {"unreachable-condition"}},
      {"a count that one number fits", [](Entry& e) { e.when = between(100, 101); }, {}},
  }));
  CAPTURE(c.note);
  Entry entry = good("E-01");
  c.spoil(entry);
  CHECK(findings(list_of({entry})) == c.want);
}

TEST_CASE("scenarios and rows must meet", "[lint]") {
  CHECK(findings(list_of({})) == Ids{"scenario-without-rows"});
  Entry lost = good("E-02");
  lost.scenarios.clear();
  CHECK(findings(list_of({good("E-01"), lost})) == Ids{"row-without-scenario"});
  Entry every = good("E-01");
  every.scenarios = {"any"};
  CHECK(findings(list_of({every})).empty());
}

TEST_CASE("rows that say the same or contradict each other are found", "[lint]") {
  Entry other = good("E-02");
  CHECK(findings(list_of({good("E-01"), other})) == Ids{"duplicate-row"});
  other.mechanism = Outcome::contract_or_certification;
  CHECK(findings(list_of({good("E-01"), other})) == Ids{"overlapping-figures"});
  std::get<PersonsTest>(other.when->test).figure = 50;
  CHECK(findings(list_of({good("E-01"), other})).empty());
  std::get<PersonsTest>(other.when->test).figure = 200;
  CHECK(findings(list_of({good("E-01"), other})) == Ids{"overlapping-figures"});
  other.kind = EntryKind::personal;
  CHECK(findings(list_of({good("E-01"), other})).empty());
}

}  // namespace
}  // namespace kouan
