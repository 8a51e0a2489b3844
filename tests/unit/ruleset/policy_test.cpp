#include "ruleset/policy.hpp"

#include <set>

#include "ruleset/policy_reader.hpp"
#include "unit/ruleset/loaded_rules.hpp"

namespace kouan {
namespace {

using Days = std::chrono::days;

TEST_CASE("every day since 2022-09-01 has exactly one national period", "[policy]") {
  const auto& periods = rules_of_program().national.periods;
  REQUIRE_FALSE(periods.empty());
  CHECK(to_text(periods.front().from) == "2022-09-01");
  CHECK_FALSE(periods.back().to.has_value());
  for (std::size_t i = 1; i < periods.size(); ++i) {
    CAPTURE(periods[i].id);
    REQUIRE(periods[i - 1].to.has_value());
    CHECK(*periods[i - 1].to + Days(1) == periods[i].from);
  }
}

TEST_CASE("a day finds its period on both sides of every change", "[policy]") {
  struct Case {
    const char* day;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({{"2022-08-31", ""},
                                        {"2022-09-01", "measures-2022"},
                                        {"2023-05-31", "measures-2022"},
                                        {"2023-06-01", "measures-2023"},
                                        {"2024-03-21", "measures-2023"},
                                        {"2024-03-22", "provisions-2024"},
                                        {"2025-12-31", "provisions-2024"},
                                        {"2026-01-01", "provisions-2024-certification-2026"},
                                        {"2030-01-01", "provisions-2024-certification-2026"}}));
  CAPTURE(c.day);
  const auto* period = rules_of_program().national.at(*parse_date(c.day));
  CHECK((period == nullptr ? std::string() : period->id) == c.want);
}

/// The figure of a row that tests exported persons alone; nullptr: it tests something else.
const PersonsTest* persons_of(const Entry& row) {
  return row.when ? std::get_if<PersonsTest>(&row.when->test) : nullptr;
}

TEST_CASE("the national figures are those of the texts", "[policy]") {
  struct Figure {
    Population population;
    std::uint64_t persons;
    Outcome mechanism;
    auto operator<=>(const Figure&) const = default;
  };
  const auto figures = [](const char* day) {
    std::set<Figure> found;
    for (const Entry& row : rules_of_program().national.at(*parse_date(day))->rows) {
      if (const auto* test = persons_of(row)) {
        CHECK(test->bound == Bound::inclusive);
        CHECK(test->metric == Metric::exported);
        found.insert({test->population, test->figure.value(), row.mechanism.value()});
      }
    }
    return found;
  };
  const std::set<Figure> provisions = {
      {Population::non_sensitive, 1'000'000, Outcome::security_assessment},
      {Population::sensitive, 10'000, Outcome::security_assessment},
      {Population::non_sensitive, 100'000, Outcome::contract_or_certification},
      {Population::sensitive, 1, Outcome::contract_or_certification}};
  CHECK(figures("2024-04-01") == provisions);
  CHECK(figures("2026-02-01") == provisions);
  std::set<Figure> measures = {{Population::any, 100'000, Outcome::security_assessment},
                               {Population::sensitive, 10'000, Outcome::security_assessment}};
  CHECK(figures("2023-01-01") == measures);
  measures.insert({Population::any, 1, Outcome::contract_or_certification});
  CHECK(figures("2024-02-01") == measures);
}

TEST_CASE("every national row has an id of its own, a clause and a source", "[policy]") {
  std::set<std::string> ids;
  for (const NationalPeriod& period : rules_of_program().national.periods) {
    CHECK(period.rows.size() >= 5);
    for (const Entry& row : period.rows) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      CHECK_FALSE(row.clause.zh.empty());
      CHECK_FALSE(row.source.empty());
      CHECK(row.when.has_value());
      CHECK(row.mechanism.has_value());
    }
  }
}

TEST_CASE("facts of the national table can be asked for, and duties remain", "[policy]") {
  const NationalPolicy& national = rules_of_program().national;
  REQUIRE(national.questions.contains("ciio"));
  CHECK_FALSE(national.questions.at("ciio").assumed.has_value());
  REQUIRE(national.questions.contains("important_data"));
  CHECK(national.questions.at("important_data").assumed == false);
  CHECK(national.duties.size() >= 3);
  CHECK(national.exemptions.size() == 6);
  CHECK_FALSE(national.outside_list_free);
}

TEST_CASE("every concept has one class on every day", "[policy]") {
  const RuleSet& rules = rules_of_program();
  for (const char* day : {"2022-09-01", "2025-10-31", "2025-11-01", "2030-01-01"}) {
    for (std::size_t i = 0; i < rules.concepts.size(); ++i) {
      const auto id = static_cast<ConceptId>(i);
      CAPTURE(day, rules.concepts.at(id).id);
      REQUIRE(rules.classes.at(id, *parse_date(day)) != nullptr);
    }
  }
}

TEST_CASE("today's classes are those of the concepts", "[policy]") {
  const RuleSet& rules = rules_of_program();
  for (std::size_t i = 0; i < rules.concepts.size(); ++i) {
    const auto id = static_cast<ConceptId>(i);
    CAPTURE(rules.concepts.at(id).id);
    const ClassRow& row = *rules.classes.at(id, *parse_date("2025-11-01"));
    CHECK(row.data_class == rules.concepts.at(id).data_class);
    CHECK_FALSE(row.source.empty());
  }
}

TEST_CASE("the 2025 standard moved what it moved, on its day", "[policy]") {
  const auto name = GENERATE(as<std::string>(), "resident_id_number", "marital_status",
                             "account_balance", "transaction_record", "vital_sign", "blood_type");
  CAPTURE(name);
  const RuleSet& rules = rules_of_program();
  const ConceptId id = rules.concepts.find(name);
  using Class = Concept::Class;
  CHECK(rules.classes.at(id, *parse_date("2025-10-31"))->data_class == Class::sensitive);
  CHECK(rules.classes.at(id, *parse_date("2025-11-01"))->data_class == Class::personal);
}

TEST_CASE("periods with a gap and a second class for one day are refused", "[policy][error]") {
  const ConceptTable& concepts = rules_of_program().concepts;
  const auto gap = read_national({"n.yaml", R"(outside_list: national
periods:
  - {id: a, name: a, from: 2020-01-01, to: 2020-12-31, window: all_time, rows: []}
  - {id: b, name: b, from: 2021-01-02, window: all_time, rows: []}
questions: []
duties: []
)"},
                                 concepts);
  REQUIRE_FALSE(gap.has_value());
  CHECK_THAT(gap.error().message, Catch::Matchers::Contains("a gap or an overlap"));
  CHECK(gap.error().origin.line == 4);
  const auto twice = read_classes({"c.yaml", R"(classes:
  - {concepts: [email], to: 2025-11-01, class: personal, source: s}
  - {concepts: [age, email], from: 2025-11-01, class: sensitive, source: s}
)"},
                                  concepts);
  REQUIRE_FALSE(twice.has_value());
  CHECK_THAT(twice.error().message, Catch::Matchers::Contains("'email'"));
  CHECK(twice.error().origin.line == 3);
}

}  // namespace
}  // namespace kouan
