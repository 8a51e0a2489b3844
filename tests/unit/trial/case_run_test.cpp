#include "trial/case_run.hpp"

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

const std::string sound =
    "given: [{persons: 100000, fields: [person_name]}], facts: {handler: {ciio: no}}, ";

}  // namespace

TEST_CASE("a case passes when everything that it wants comes out", "[trial]") {
  CHECK(tried(sound + "want: {outcome: contract_or_certification, holds: [N26-05], open: [], "
                      "questions: [], other_route: no, clause: 第八条}")
            .empty());
  CHECK(tried("given: [{persons: 1, fields: [person_name]}], want: {outcome: undetermined, "
              "at_least: none, at_most: security_assessment, open: [N26-02, N26-07]}")
            .empty());
}

TEST_CASE("each thing that comes out otherwise is named", "[trial]") {
  struct Case {
    const char* want;
    const char *what, *wanted, *came;
  };
  const auto c = GENERATE(values<Case>({
      {"outcome: none", "outcome", "none", "contract_or_certification"},
      {"outcome: undetermined", "outcome", "undetermined", "contract_or_certification"},
      {"outcome: contract_or_certification, holds: [N26-04]", "holds", "[N26-04]", "[N26-05]"},
      {"outcome: contract_or_certification, open: [N26-04]", "open", "[N26-04]", "[]"},
      {"outcome: contract_or_certification, questions: [ciio]", "questions", "[ciio]", "[]"},
      {"outcome: contract_or_certification, other_route: yes", "other_route", "yes", "no"},
  }));
  CAPTURE(c.want);
  const auto found = tried(sound + "want: {" + c.want + "}");
  REQUIRE(found.size() == 1);
  CHECK(found.front().what == c.what);
  CHECK(found.front().wanted == c.wanted);
  CHECK(found.front().came == c.came);
}

TEST_CASE("the clause is that of a row that asks for the outcome", "[trial]") {
  const auto found = tried(sound + "want: {outcome: contract_or_certification, clause: 第七条}");
  REQUIRE(found.size() == 1);
  CHECK(found.front().what == "clause");
  CHECK_THAT(found.front().came, Catch::Contains("第八条"));
}

TEST_CASE("an uncertain field, an open count and unread records count in U only", "[trial]") {
  const std::string facts = ", facts: {handler: {ciio: no}}, ";
  const std::string want = "want: {outcome: undetermined, at_least: none}";
  CHECK(tried("given: [{persons: [99999, 100000], fields: [person_name]}]" + facts + want).empty());
  CHECK(tried("given: [{persons: 5, fields: [person_name, {concept: diagnosis, path: $.note, "
              "certainty: possible}]}]" +
              facts + want)
            .empty());
  CHECK(
      tried("given: [{persons: 99999, fields: [person_name]}], unread: 1" + facts + want).empty());
}

TEST_CASE("what the judge cannot judge is a mismatch, not a crash", "[trial][error]") {
  const auto found = tried(
      "given: [{persons: 1, fields: [person_name]}], facts: {answers: {no_such_question: yes}}, "
      "want: {outcome: none}");
  REQUIRE(found.size() == 1);
  CHECK(found.front().what == "judge");
}

}  // namespace kouan::trial
