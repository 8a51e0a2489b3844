#include "trial/row_place.hpp"

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {

TEST_CASE("rows are found by place, regimes first, then period by period", "[trial]") {
  const RuleSet& rules = rules_of_program();
  const auto places = rows_of(rules, {});
  REQUIRE(places.size() == 32);
  CHECK(row_at(rules, places.front()).id == "NSR-01");
  CHECK(row_at(rules, places.back()).id == "N26-07");
  CHECK(rows_of(rules, "beijing/2024").size() == rules.find_list("beijing/2024")->entries.size());
}

TEST_CASE("every condition of a row has a place, in its file too", "[trial]") {
  const Entry& row = row_at(rules_of_program(), row_named("N26-07"));
  const auto places = tests_of(row);
  REQUIRE(places.size() == 4);  // the group and its three limbs
  CHECK(std::holds_alternative<Group>(test_at(row, places[0]).test));
  CHECK(std::get<FactTest>(test_at(row, places[3]).test).fact == "ciio");
  CHECK(test_at(row, places[3]).place.line == row.when->place.line);
  CHECK(test_at(row, places[3]).place.column > row.when->place.column);
  CHECK(row.file == "policy/national.yaml");
}

TEST_CASE("a condition is dropped where it stands", "[trial]") {
  Entry row = row_at(rules_of_program(), row_named("N26-07"));
  drop_test(row, tests_of(row)[1]);
  CHECK(std::get<Group>(row.when->test).limbs.size() == 2);
  drop_test(row, {});
  CHECK_FALSE(row.when.has_value());
  row.unless.emplace_back(Condition{FactTest{"ciio", true}});
  drop_test(row, {0, {}});
  CHECK(row.unless.empty());
}

}  // namespace kouan::trial
