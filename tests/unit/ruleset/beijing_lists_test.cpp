#include <algorithm>

#include "ruleset/lint.hpp"
#include "unit/ruleset/loaded_rules.hpp"

namespace kouan {
namespace {

const NegativeList& list(const char* id) {
  const NegativeList* found = rules_of_program().find_list(id);
  REQUIRE(found != nullptr);
  return *found;
}

const Entry& entry(const NegativeList& of, const std::string& id) {
  const auto found = std::ranges::find(of.entries, id, &Entry::id);
  REQUIRE(found != of.entries.end());
  return *found;
}

TEST_CASE("of the 2024 list 9 of 23 scenarios and 9 of 198 fields are known", "[lists]") {
  const NegativeList& beijing = list("beijing/2024");
  const KnownTotals known = known_totals(beijing);
  CHECK(known.sectors == 5);
  CHECK(known.scenarios == 9);
  CHECK(known.fields == 9);
  CHECK(beijing.declared_totals.sectors == 5U);
  CHECK(beijing.declared_totals.scenarios == 23U);
  CHECK(beijing.declared_totals.fields == 198U);
  CHECK(beijing.declared_totals.items == 48U);
}

TEST_CASE("nothing of the Beijing lists claims to be complete", "[lists]") {
  for (const char* id : {"beijing/2024", "beijing/2025"}) {
    for (const Scenario& scenario : list(id).scenarios) {
      CAPTURE(scenario.id);
      CHECK_FALSE(scenario.complete);
    }
  }
}

TEST_CASE("no figure for exported persons was found, so none is given", "[lists]") {
  std::size_t unknown = 0;
  for (const Entry& row : list("beijing/2024").entries) {
    const auto* test = row.when ? std::get_if<PersonsTest>(&row.when->test) : nullptr;
    if (test == nullptr || test->metric != Metric::exported) continue;
    CAPTURE(row.id);
    CHECK_FALSE(test->figure.has_value());
    CHECK_FALSE(row.mechanism.has_value());
    ++unknown;
  }
  CHECK(unknown == 5);
}

TEST_CASE("the OTA row falls only when both limbs of its exception hold", "[lists]") {
  const Entry& row = entry(list("beijing/2024"), "BJ24-AUTO-01");
  CHECK(row.fields.size() == 4);
  CHECK(row.kind == EntryKind::important);
  CHECK(row.mechanism == Outcome::security_assessment);
  REQUIRE(row.unless.size() == 1);
  const auto* limbs = std::get_if<Group>(&row.unless[0].test);
  REQUIRE(limbs != nullptr);
  CHECK(limbs->kind == Group::Kind::all);
  REQUIRE(limbs->limbs.size() == 2);
  CHECK(std::get<FactTest>(limbs->limbs[0].test).fact == "filed_with_miit");
  CHECK(std::get<QuestionTest>(limbs->limbs[1].test).question == "ota_package_protected");
}

TEST_CASE("the group of 100,000 is the size of a group, not a count of exported persons",
          "[lists]") {
  const Entry& row = entry(list("beijing/2024"), "BJ24-PHARMA-01");
  CHECK(row.fields.size() == 5);
  CHECK(row.scenarios.size() == 6);
  REQUIRE(row.when.has_value());
  const auto& test = std::get<PersonsTest>(row.when->test);
  CHECK(test.metric == Metric::group_size);
  CHECK(test.figure == 100'000U);
}

TEST_CASE("genetic data takes another route in every pharma scenario, and nowhere else",
          "[lists]") {
  const NegativeList& beijing = list("beijing/2024");
  const Entry& row = entry(beijing, "BJ24-PHARMA-08");
  CHECK(row.other_route);
  CHECK_FALSE(row.mechanism.has_value());
  CHECK(row.scenarios.size() == 7);
  CHECK(std::ranges::all_of(row.scenarios,
                            [](const std::string& id) { return id.starts_with("pharma."); }));
}

TEST_CASE("the editions follow each other without a gap", "[lists]") {
  CHECK(to_text(list("beijing/2024").in_force_from) == "2024-08-30");
  CHECK(to_text(list("beijing/2024").in_force_to.value()) == "2026-05-10");
  CHECK(to_text(list("beijing/2025").in_force_from) == "2026-05-11");
  CHECK_FALSE(list("beijing/2025").in_force_to.has_value());
  CHECK(list("beijing/2025").replaces == "beijing/2024");
  CHECK(list("beijing/2024").territory == std::vector<std::string>{"beijing-ftz"});
  CHECK(list("beijing/2025").territory == std::vector<std::string>{"beijing", "beijing-ftz"});
}

TEST_CASE("the 2025 list takes five sectors over with their rows and questions", "[lists]") {
  const NegativeList& before = list("beijing/2024");
  const NegativeList& after = list("beijing/2025");
  const KnownTotals known = known_totals(after);
  CHECK(known.sectors == 9);
  CHECK(known.scenarios == 9);
  CHECK(known.fields == 9);
  CHECK(after.declared_totals.sectors == 9U);
  CHECK(after.declared_totals.scenarios == 67U);
  CHECK(after.declared_totals.fields == 612U);
  CHECK(after.entries.size() == before.entries.size());
  for (const Entry& row : before.entries) {
    CAPTURE(row.id);
    CHECK(entry(after, row.id).scenarios == row.scenarios);
  }
  CHECK(after.questions.contains("ota_package_protected"));
}

TEST_CASE("general rules for important data are shown beside the rows, not among them", "[lists]") {
  const NegativeList& beijing = list("beijing/2024");
  CHECK(beijing.reference_rules.size() == 7);
  for (const Entry& rule : beijing.reference_rules) {
    const auto* test = std::get_if<PersonsTest>(&rule.when->test);
    if (test != nullptr) CHECK(test->metric == Metric::held);
  }
}

TEST_CASE("the lists that ship pass the linter", "[lists][lint]") {
  for (const auto& [id, one] : rules_of_program().lists) {
    for (const LintFinding& finding : lint_list(one, rules_of_program())) {
      FAIL_CHECK(finding.id << " " << finding.place << ": " << finding.message.en);
    }
  }
}

}  // namespace
}  // namespace kouan
