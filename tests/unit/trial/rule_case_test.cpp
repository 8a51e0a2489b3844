#include "trial/rule_case.hpp"

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {

TEST_CASE("a case is read with its place, its people and what it wants", "[trial]") {
  const CaseFile file = made(R"(  - name: "one"
    as_of: 2026-06-01
    given:
      - {persons: 3, fields: [person_name, {concept: diagnosis, path: $.note, certainty: likely}]}
      - {persons: [4, 5], fields: [{path: $.x}], files: [b, a]}
    facts: {handler: {ciio: no}}
    unread: 2
    strict: yes
    want: {outcome: undetermined, at_least: none, holds: [N26-07, N26-05], questions: []}
)");
  REQUIRE(file.cases.size() == 1);
  const RuleCase& one = file.cases.front();
  CHECK(file.national());
  CHECK(one.place.line == 3);
  CHECK(one.unread == 2);
  CHECK(one.strict);
  CHECK(one.facts.ciio == Tri::no);
  REQUIRE(one.given.size() == 2);
  CHECK(one.given[0].persons.exact());
  CHECK(one.given[0].fields[0].path == "$.person_name");
  CHECK(one.given[0].fields[1].certainty == Certainty::likely);
  CHECK(one.given[1].persons.lower == 4);
  CHECK(one.given[1].persons.upper == 5);
  CHECK(one.given[1].files == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(one.want.outcome.has_value());
  CHECK(one.want.holds == std::vector<std::string>{"N26-05", "N26-07"});
  CHECK_FALSE(one.want.open.has_value());
  REQUIRE(one.want.questions.has_value());
  CHECK(one.want.questions->empty());
}

TEST_CASE("a case that cannot be meant is refused with its place", "[trial][error]") {
  struct Case {
    const char* note;
    const char* rest;
    const char* message;
  };
  const auto c = GENERATE(values<Case>({
      {"an unknown concept", "given: [{fields: [person_nam]}], want: {outcome: none}",
       "did you mean 'person_name'"},
      {"an unknown row", "want: {outcome: none, holds: [N26-77]}", "a row of these rules"},
      {"an unknown key", "wants: {outcome: none}", "did you mean 'want'"},
      {"an unknown outcome", "want: {outcome: free}", "expected one of none, filing"},
      {"bounds beside an outcome", "want: {outcome: none, at_most: none}", "undetermined"},
      {"the higher number first",
       "given: [{persons: [2, 1], fields: [person_name]}], want: "
       "{outcome: none}",
       "higher number first"},
      {"a field of nothing", "given: [{fields: [{certainty: likely}]}], want: {outcome: none}",
       "expected a concept or a path"},
      {"facts with a typing error", "facts: {handlr: {ciio: no}}, want: {outcome: none}",
       "did you mean 'handler'"},
  }));
  CAPTURE(c.note);
  const auto read =
      read_text("  - {name: made up, as_of: 2026-06-01, " + std::string(c.rest) + "}\n");
  REQUIRE_FALSE(read.has_value());
  CHECK_THAT(read.error().message, Catch::Contains(c.message));
  CHECK(read.error().origin.line == 3);
}

TEST_CASE("cases of rules that do not exist are refused", "[trial][error]") {
  const auto read = read_cases(
      {"made.cases.yaml",
       "rules: beijing/2042\ncases: [{name: a, as_of: 2026-06-01, want: {outcome: none}}]\n"},
      rules_of_program());
  REQUIRE_FALSE(read.has_value());
  CHECK_THAT(read.error().message, Catch::Contains("did you mean 'beijing/2024'"));
}

}  // namespace kouan::trial
