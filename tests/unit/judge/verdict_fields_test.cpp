#include "judge/verdict_fields.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;

TEST_CASE("a column is listed with what it was taken for and who is behind it", "[findings]") {
  Material material;
  material.people(4, {material.plain});
  FieldStatistics& name = material.builder.state().paths()[0].statistics;
  name.nulls = 2;
  name.empties = 3;
  name.masked = 25;
  const auto run = material.run();
  const auto findings = field_findings(run->evidence, material.options.as_of);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].path == "$.diagnosis");
  CHECK(findings[0].persons.upper == 0);
  CHECK(findings[0].data_class == "sensitive");
  CHECK(findings[1].field_concept == "person_name");
  CHECK(findings[1].persons.lower == 4);
  CHECK(findings[1].records == 100);
  CHECK(findings[1].nulls == 5);
  CHECK(findings[1].masked_per_million == 250'000);
}

TEST_CASE("the class of a column is that of the day", "[findings]") {
  Material material;
  material.sure("$.id", "resident_id_number");
  for (const auto& [when, want] :
       {std::pair{"2025-10-31", "sensitive"}, {"2025-11-01", "personal"}}) {
    CAPTURE(when);
    const auto run = material.run();
    CHECK(field_findings(run->evidence, day(when))[1].data_class == want);
  }
}

TEST_CASE("a precise position is listed as sensitive", "[findings]") {
  Material material;
  const BitId longitude = material.sure("$.lng", "longitude");
  material.people(1, {longitude});
  material.builder.state().paths()[2].statistics.precise = 100;
  const auto run = material.run();
  const auto findings = field_findings(run->evidence, material.options.as_of);
  CHECK(findings[1].path == "$.lng");
  CHECK(findings[1].data_class == "sensitive");
}

TEST_CASE("the summary shows what was read, without what was lost", "[findings]") {
  Material material;
  material.people(4, {material.plain});
  material.builder.lose(9);
  const auto run = material.run();
  const PersonsSummary summary = persons_summary(run->evidence, {});
  CHECK(summary.total.exact());
  CHECK(summary.total.lower == 4);
  CHECK(summary.sensitive.upper == 0);
}
