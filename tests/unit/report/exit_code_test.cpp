#include "report/exit_code.hpp"

#include <catch2/catch.hpp>

#include "unit/report/sample_judgement.hpp"

using namespace kouan;

namespace {

Judgement judged(Outcome outcome, bool other_route = false, bool complete = true) {
  Judgement judgement = sample::free_of_duty();
  judgement.verdict.outcome = outcome;
  judgement.verdict.other_route = other_route;
  judgement.verdict.complete = complete;
  return judgement;
}

}  // namespace

TEST_CASE("only a whole and free dataset ends in 0 by itself", "[exit_code]") {
  CHECK(exit_code(judged(Outcome::none)) == 0);
  CHECK(exit_code(judged(Outcome::none, true)) == 1);
  CHECK(exit_code(judged(Outcome::filing)) == 1);
  CHECK(exit_code(judged(Outcome::contract_or_certification)) == 1);
  CHECK(exit_code(judged(Outcome::security_assessment)) == 1);
  CHECK(exit_code(judged(Outcome::prohibited)) == 1);
  CHECK(exit_code(sample::undetermined()) == 3);
}

TEST_CASE("a none over gaps ends in 0 only if somebody accepted the gaps", "[exit_code]") {
  CHECK(exit_code(judged(Outcome::none, false, false)) == 1);
  CHECK(exit_code(judged(Outcome::none, false, false), FailOn::any, true) == 0);
  CHECK(exit_code(judged(Outcome::none, true, false), FailOn::any, true) == 1);
  CHECK(exit_code(judged(Outcome::filing, false, false), FailOn::any, true) == 1);
  CHECK(exit_code(sample::undetermined(), FailOn::any, true) == 3);
}

TEST_CASE("option --fail-on lowers 1 to 0 for what is lighter, and nothing else", "[exit_code]") {
  struct Case {
    const char* note;
    Outcome outcome;
    FailOn fail_on;
    int want;
  };
  const auto c = GENERATE(values<Case>({
      {"filing is lighter than a contract", Outcome::filing, FailOn::contract_or_certification, 0},
      {"a contract is not", Outcome::contract_or_certification, FailOn::contract_or_certification,
       1},
      {"a contract is lighter than an assessment", Outcome::contract_or_certification,
       FailOn::security_assessment, 0},
      {"an assessment is not", Outcome::security_assessment, FailOn::security_assessment, 1},
      {"prohibited is heavier", Outcome::prohibited, FailOn::security_assessment, 1},
      {"never", Outcome::prohibited, FailOn::never, 0},
  }));
  CAPTURE(c.note);
  CHECK(exit_code(judged(c.outcome), c.fail_on) == c.want);
}

TEST_CASE("another law's route passes --fail-on only with never", "[exit_code]") {
  CHECK(exit_code(judged(Outcome::none, true), FailOn::security_assessment) == 1);
  CHECK(exit_code(judged(Outcome::none, true), FailOn::never) == 0);
}

TEST_CASE("undetermined stays 3 whatever --fail-on says", "[exit_code]") {
  for (const FailOn fail_on : {FailOn::any, FailOn::contract_or_certification,
                               FailOn::security_assessment, FailOn::never}) {
    CHECK(exit_code(sample::undetermined(), fail_on) == 3);
  }
}

TEST_CASE("the words of --fail-on are those of the contract", "[exit_code]") {
  CHECK(parse_fail_on("contract_or_certification") == FailOn::contract_or_certification);
  CHECK(parse_fail_on("security_assessment") == FailOn::security_assessment);
  CHECK(parse_fail_on("never") == FailOn::never);
  CHECK_FALSE(parse_fail_on("none").has_value());
  CHECK_FALSE(parse_fail_on("").has_value());
}
