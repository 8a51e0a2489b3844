#include "judge/unit_choice.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;

namespace {

Units make(Material& material) {
  const auto choices = choose_scenarios(material.rules, material.profile, material.options);
  REQUIRE(choices.has_value());
  static std::vector<ScenarioChoice> kept;
  kept = *choices;
  Findings findings;
  return make_units(kept, material.builder.state(), material.rules,
                    Facts(material.profile, false, {}), material.options.as_of, findings);
}

}  // namespace

TEST_CASE("files that no scenario names belong to every declared one", "[units]") {
  Material material;
  NegativeList list = make_list(true, {});
  list.scenarios.push_back(list.scenarios[0]);
  list.scenarios[1].id = "example.b";
  material.use(list);
  material.declare("example.a", {"a*"});
  material.declare("example.b", {"b*"});
  for (const char* label : {"a*", "b*"}) material.builder.state().group({label});
  material.builder.state().group({});
  const Units units = make(material);
  REQUIRE(units.units.size() == 2);
  CHECK(units.units[0].slice.sure == std::vector<bool>{true, false, true});
  CHECK(units.units[1].slice.sure == std::vector<bool>{false, true, true});
  CHECK(units.units[0].slice.may == units.units[0].slice.sure);
  CHECK(units.rest.may == std::vector<bool>{false, false, false});
}

TEST_CASE("a scenario without files is all of them", "[units]") {
  Material material;
  material.use(make_list(true, {}));
  material.declare("example.a");
  material.builder.state().group({"a*"});
  CHECK(make(material).units[0].slice.whole());
}

TEST_CASE("a pattern that the scan did not know may mean any file", "[units]") {
  Material material;
  material.use(make_list(true, {}));
  material.declare("example.a", {"a*", "never*"});
  material.builder.state().group({"a*"});
  material.builder.state().group({});
  const Units units = make(material);
  CHECK(units.units[0].slice.sure == std::vector<bool>{true, false});
  CHECK(units.units[0].slice.may == std::vector<bool>{true, true});
  CHECK(units.not_scanned.size() == 1);
}

TEST_CASE("of two lists with one scenario the one in force is taken", "[units]") {
  Material material;
  NegativeList old = make_list(true, {});
  old.in_force_to = day("2025-12-31");
  NegativeList next = make_list(false, {});
  next.id = "EXAMPLE/2";
  next.in_force_from = day("2026-01-01");
  material.use(old);
  material.use(next);
  material.declare("example.a");
  material.options.lists = {"EXAMPLE/1", "EXAMPLE/2"};
  CHECK(make(material).units[0].choice->list->id == "EXAMPLE/2");
  material.options.as_of = day("2025-12-31");
  CHECK(make(material).units[0].choice->list->id == "EXAMPLE/1");
}

TEST_CASE("a scenario of a list that was not chosen leaves its files to the national table",
          "[units]") {
  Material material;
  material.use(make_list(true, {}));
  material.declare("example.a");
  material.options.lists.clear();
  material.builder.state().group({});
  const Units units = make(material);
  CHECK(units.units[0].applies == Tri::no);
  CHECK(units.rest.whole());
}

TEST_CASE("a sector that excludes the handler does not free it", "[units]") {
  Material material;
  NegativeList list = make_list(true, {});
  list.scenarios[0].sector = "s";
  list.sectors.resize(1);
  list.sectors[0].id = "s";
  list.sectors[0].excludes = {"robot_maker"};
  material.use(list);
  material.declare("example.a");
  CHECK(make(material).units[0].applies == Tri::unknown);
  material.profile.answers["robot_maker"] = Tri::no;
  CHECK(make(material).units[0].applies == Tri::yes);
  material.profile.answers["robot_maker"] = Tri::yes;
  CHECK(make(material).units[0].applies == Tri::no);
}
