// The national table leaves no gap and no doubt: over a grid of counts, classes and kinds of
// handler, each dataset has exactly one answer, and it is that of the decision table.

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

constexpr std::uint64_t plain_counts[] = {0, 1, 9'999, 10'000, 99'999, 100'000, 999'999, 1'000'000};
constexpr std::uint64_t sensitive_counts[] = {0, 1, 9'999, 10'000, 100'000};

struct GridPoint {
  std::uint64_t plain = 0, sensitive = 0;
  bool ciio = false, important = false;
  std::uint64_t held = 0;
};

GivenPeople people(std::uint64_t count, const char* id) {
  GivenField field;
  field.field_concept = rules_of_program().concepts.find(id);
  field.path = std::string("$.") + id;
  return {{count, count}, {field}, {}};
}

Result<Judgement> judged_at(const GridPoint& at, Date day) {
  CaseFile file;
  file.rules = CaseFile::national_rules;
  RuleCase& about = file.cases.emplace_back();
  about.as_of = day;
  if (at.plain != 0) about.given.push_back(people(at.plain, "person_name"));
  if (at.sensitive != 0) about.given.push_back(people(at.sensitive, "diagnosis"));
  about.given.push_back(people(0, "order_number"));
  about.facts.ciio = at.ciio ? Tri::yes : Tri::no;
  about.facts.persons_held = at.held;
  about.facts.answers["important_data"] = at.important ? Tri::yes : Tri::no;
  return PreparedCase(about, file, rules_of_program()).judged(rules_of_program());
}

/// Provisions 2024, arts. 2, 5(4), 7, 8.
Outcome by_provisions(const GridPoint& at) {
  const bool anybody = at.plain + at.sensitive != 0;
  if (at.important || (at.ciio && anybody)) return Outcome::security_assessment;
  if (at.plain >= 1'000'000 || at.sensitive >= 10'000) return Outcome::security_assessment;
  if (at.plain >= 100'000 || at.sensitive >= 1) return Outcome::contract_or_certification;
  return Outcome::none;
}

/// Security assessment measures, art. 4, and before or beside the standard contract.
Outcome by_measures(const GridPoint& at, bool contract) {
  const std::uint64_t all = at.plain + at.sensitive;
  if (at.important) return Outcome::security_assessment;
  if (all == 0) return Outcome::none;
  if (at.ciio || at.held >= 1'000'000 || all >= 1'000'000) return Outcome::security_assessment;
  if (all >= 100'000 || at.sensitive >= 10'000) return Outcome::security_assessment;
  return contract ? Outcome::contract_or_certification : Outcome::none;
}

}  // namespace

TEST_CASE("every point of the grid has one answer on every law's days", "[trial][national]") {
  struct Law {
    const char* day;
    Outcome (*wanted)(const GridPoint&);
  };
  const Law laws[] = {
      {"2022-09-01", [](const GridPoint& at) { return by_measures(at, false); }},
      {"2023-06-01", [](const GridPoint& at) { return by_measures(at, true); }},
      {"2024-03-21", [](const GridPoint& at) { return by_measures(at, true); }},
      {"2024-03-22", by_provisions},
      {"2025-12-31", by_provisions},
      {"2026-01-01", by_provisions},
  };
  std::size_t points = 0;
  for (const Law& law : laws) {
    for (const std::uint64_t plain : plain_counts) {
      for (const std::uint64_t sensitive : sensitive_counts) {
        for (const unsigned bits : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
          const GridPoint at{plain, sensitive, (bits & 1U) != 0, (bits & 2U) != 0,
                             (bits & 4U) != 0 ? 1'000'000U : 999'999U};
          CAPTURE(law.day, plain, sensitive, bits);
          const auto judged = judged_at(at, *parse_date(law.day));
          REQUIRE(judged.has_value());
          REQUIRE(judged->verdict.determined);
          REQUIRE(judged->verdict.questions.empty());
          REQUIRE(judged->verdict.outcome == law.wanted(at));
          ++points;
        }
      }
    }
  }
  CHECK(points == 1'920);
}

}  // namespace kouan::trial
