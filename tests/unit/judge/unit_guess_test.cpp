#include "judge/unit_guess.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;

TEST_CASE("scenarios are ranked by the share of their typical concepts", "[guess]") {
  Material material;
  NegativeList list = make_list(true, {});
  const auto scenario = [&](const char* id, std::vector<const char*> typical) {
    Scenario of;
    of.id = id;
    for (const char* one : typical) of.typical.push_back(material.rules.concepts.find(one));
    return of;
  };
  list.scenarios = {scenario("half", {"person_name", "user_id"}),
                    scenario("whole", {"person_name", "diagnosis"}),
                    scenario("nothing", {"user_id"})};
  material.use(list);
  const auto run = material.run();
  const auto guesses = guess_scenarios(run->evidence, material.profile, material.options);
  REQUIRE(guesses.size() == 2);
  CHECK(guesses[0].scenario == "whole");
  CHECK(guesses[0].matching == 2);
  CHECK(guesses[1].scenario == "half");
  CHECK(guesses[1].of == 2);
}

TEST_CASE("only lists in force are guessed from, or those that were chosen", "[guess]") {
  Material material;
  Entry entry = row("EXAMPLE-01", EntryKind::personal, std::nullopt, std::nullopt);
  FieldMatcher field;
  field.field_concept = material.rules.concepts.find("person_name");
  entry.fields = {field};
  NegativeList list = make_list(true, {entry});
  list.in_force_from = day("2030-01-01");
  material.use(list);
  CHECK(guess_scenarios(material.run()->evidence, material.profile, material.options).empty());
  material.options.lists = {"EXAMPLE/1"};
  CHECK(guess_scenarios(material.run()->evidence, material.profile, material.options).size() == 1);
}
