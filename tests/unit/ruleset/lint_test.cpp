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

FieldMatcher named(const char* id, const char* zh) {
  FieldMatcher field;
  field.field_concept = rules_of_program().concepts.find(id);
  field.name.zh = zh;
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
       [](Entry& e) {
         e.fields = {e.fields.front(), path("(?i)^member_level$")};
       },
       {"pattern-never-matches"}},
      {"a pattern that starts at the root",
       [](Entry& e) { e.fields = {path("^\\$\\.level$")}; },
       {}},
      {"a pattern that may start with nothing", [](Entry& e) { e.fields = {path("^a*[$]")}; }, {}},
      {"a count that no number fits",
       [](Entry& e) { e.when = between(100, 100); },
       {"unreachable-condition"}},
      {"a count that one number fits", [](Entry& e) { e.when = between(100, 101); }, {}},
      {"a pattern that goes on behind the end of the text",
       [](Entry& e) {
         e.fields = {e.fields.front(), path("$.member.level")};
       },
       {"pattern-never-matches"}},
      {"a pattern that means the character",
       [](Entry& e) {
         e.fields = {e.fields.front(), path("^\\$\\.member")};
       },
       {}},
      {"nothing but patterns that match nothing",
       [](Entry& e) {
         e.fields = {path("^member"), path("$.level")};
       },
       {"row-never-matches", "pattern-never-matches", "pattern-never-matches"}},
      {"one field that data can have beside one that it cannot",
       [](Entry& e) {
         e.fields = {path("^member"), path("level")};
       },
       {"pattern-never-matches"}},
      {"an exception that takes away every case",
       [](Entry& e) { e.unless.push_back(*e.when); },
       {"unreachable-condition"}},
      {"an exception that takes away some cases",
       [](Entry& e) { e.unless.push_back(between(200, 300)); },
       {}},
      {"a name that is read as another concept",
       [](Entry& e) { e.fields = {named("person_name", "手机号码")}; },
       {"name-never-matches"}},
      {"a name that is read as nothing",
       [](Entry& e) { e.fields = {named("person_name", "样例参数")}; },
       {"name-never-matches"}},
      {"a name that is read so", [](Entry& e) { e.fields = {named("person_name", "姓名")}; }, {}},
      {"one of several names that is read so",
       [](Entry& e) { e.fields = {named("person_name", "样例参数、姓名")}; },
       {}},
      {"a name with a remark",
       [](Entry& e) { e.fields = {named("id_document_number", "证件号码（护照、样例）")}; },
       {}},
      {"a remark that never ends",
       [](Entry& e) { e.fields = {named("person_name", "样例（姓名")}; },
       {"name-never-matches"}},
      {"something left to do",
       [](Entry& e) {
         e.todos.push_back({{"甲", "a"}, {3, 5}});
       },
       {"open-todo"}},
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

TEST_CASE("ranges of persons that overlap, hold each other or stand side by side", "[lint]") {
  struct Case {
    const char* note;
    Condition first, second;
    bool stricter;  // the second row
    Ids want;
  };
  PersonsTest hundred;
  hundred.figure = 100;
  const Condition from_hundred{hundred};
  const auto c = GENERATE_COPY(values<Case>({
      {"side by side", between(10, 100), from_hundred, true, {}},
      {"one number is in both", between(10, 101), from_hundred, true, {"overlapping-figures"}},
      {"the same range", between(10, 100), between(10, 100), true, {"overlapping-figures"}},
      {"the same range, the same mechanism",
       between(10, 100),
       between(10, 100),
       false,
       {"duplicate-row"}},
      {"a part of a range", between(10, 100), between(20, 30), false, {"unreachable-figure"}},
      {"a range around it", between(20, 30), between(10, 100), false, {"unreachable-figure"}},
      {"a range beside it", between(10, 100), between(100, 200), false, {}},
      {"above what decides already",
       from_hundred,
       between(200, 300),
       false,
       {"unreachable-figure"}},
  }));
  CAPTURE(c.note);
  Entry a = good("E-01");
  a.when = c.first;
  a.mechanism = Outcome::contract_or_certification;
  Entry b = good("E-02");
  b.when = c.second;
  b.mechanism = c.stricter ? Outcome::security_assessment : Outcome::contract_or_certification;
  CHECK(findings(list_of({a, b})) == c.want);
}

TEST_CASE("a scenario with something to do is not complete", "[lint]") {
  Entry open = good("E-01");
  open.todos.push_back({{"甲", "a"}, {3, 5}});
  NegativeList list = list_of({open});
  list.scenarios[0].complete = true;
  CHECK(findings(list) == Ids{"complete-with-todo", "open-todo"});
  list.scenarios[0].complete = false;
  CHECK(findings(list) == Ids{"open-todo"});
  list.entries[0].todos.clear();
  list.scenarios[0].todos.push_back({{"甲", "a"}, {}});
  CHECK(findings(list) == Ids{"open-todo"});
  list.scenarios[0].complete = true;
  CHECK(findings(list) == Ids{"open-todo", "complete-with-todo"});
}

}  // namespace
}  // namespace kouan
