#include "trial/national_gaps.hpp"

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

/// The test of the first row of that id, in all periods.
void each_test_of(RuleSet& rules, const std::string& id, void (*change)(PersonsTest&)) {
  for (NationalPeriod& period : rules.national.periods) {
    for (Entry& row : period.rows) {
      if (row.id == id) change(std::get<PersonsTest>(row.when->test));
    }
  }
}

}  // namespace

TEST_CASE("the table that ships answers at every point", "[trial][national]") {
  for (const LintFinding& finding : lint_national(rules_of_program())) {
    FAIL_CHECK(finding.place << ": " << finding.message.en);
  }
}

TEST_CASE("a table without an answer somewhere says where", "[trial][national]") {
  struct Case {
    const char* note;
    void (*change)(PersonsTest&);
    const char* message;
  };
  const auto c = GENERATE(values<Case>({
      {"a bound that is left open", [](PersonsTest& test) { test.bound = Bound::unstated; },
       "found none at 100000 persons without sensitive data, 0 with"},
      {"a figure that nobody knows", [](PersonsTest& test) { test.figure.reset(); },
       "found none at 1 persons without sensitive data, 0 with"},
  }));
  CAPTURE(c.note);
  RuleSet rules = rules_of_program();
  each_test_of(rules, "N24-05", c.change);
  const auto findings = lint_national(rules);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].id == "national-gap");
  CHECK(findings[0].at.line != 0);
  CHECK_THAT(findings[0].message.en, Catch::Contains(c.message));
  CHECK_FALSE(findings[0].message.zh.empty());
  CHECK_FALSE(findings[0].fix.en.empty());
}

}  // namespace kouan::trial
