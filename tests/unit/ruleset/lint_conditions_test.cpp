#include "ruleset/lint_conditions.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

Condition persons(std::uint64_t figure, bool at_least, Bound bound) {
  PersonsTest test;
  test.figure = figure;
  test.at_least = at_least;
  test.bound = bound;
  return {test};
}

Condition all(std::vector<Condition> limbs) {
  return {Group{Group::Kind::all, std::move(limbs)}};
}

}  // namespace

TEST_CASE("a condition speaks of a range of persons, or of none that is known", "[lint]") {
  const auto at_least = count_range(persons(10, true, Bound::inclusive));
  REQUIRE(at_least.has_value());
  CHECK(at_least->first == 10);
  CHECK_FALSE(at_least->beyond.has_value());
  CHECK(count_range(persons(10, true, Bound::exclusive))->first == 11);
  CHECK(count_range(persons(10, false, Bound::exclusive))->beyond == 10);
  CHECK(count_range(persons(10, false, Bound::inclusive))->beyond == 11);
  const auto both =
      count_range(all({persons(10, true, Bound::inclusive), persons(20, false, Bound::exclusive)}));
  REQUIRE(both.has_value());
  CHECK(both->first == 10);
  CHECK(both->beyond == 20);
  CHECK_FALSE(count_range(persons(10, true, Bound::unstated)).has_value());
  CHECK_FALSE(count_range({FactTest{"ciio", true}}).has_value());
  CHECK_FALSE(count_range({Group{Group::Kind::any, {persons(1, true, Bound::inclusive)}}}));
  PersonsTest other;
  other.population = Population::sensitive;
  other.figure = 1;
  CHECK_FALSE(count_range(all({persons(10, true, Bound::inclusive), Condition{other}})));
}

TEST_CASE("ranges overlap up to their ends, and not beyond", "[lint]") {
  const CountRange low{Metric::exported, Population::any, Window::calendar_year, 10, 20};
  CountRange high = low;
  high.first = 20;
  high.beyond.reset();
  CHECK_FALSE(low.overlaps(high));
  CHECK_FALSE(high.overlaps(low));
  high.first = 19;
  CHECK(low.overlaps(high));
  CHECK(high.overlaps(low));
  CHECK_FALSE(low.holds(high));
  high.first = 10;
  CHECK(high.holds(low));
  high.metric = Metric::held;
  CHECK_FALSE(high.holds(low));
  CHECK_FALSE(high.overlaps(low));
}

TEST_CASE("conditions are the same limb by limb", "[lint]") {
  const Condition ten = persons(10, true, Bound::inclusive);
  CHECK(same_condition(all({ten, {FactTest{"ciio", true}}}), all({ten, {FactTest{"ciio", true}}})));
  CHECK_FALSE(same_condition(all({ten}), all({ten, ten})));
  CHECK_FALSE(same_condition(all({ten}), {Group{Group::Kind::any, {ten}}}));
  CHECK_FALSE(same_condition(ten, persons(10, true, Bound::exclusive)));
  CHECK_FALSE(same_condition(ten, {QuestionTest{"q", true}}));
  CHECK_FALSE(same_condition({QuestionTest{"q", true}}, {QuestionTest{"q", false}}));
  CHECK_FALSE(same_condition({ExternalTest{"a"}}, {ExternalTest{"b"}}));
  CHECK(same_condition({PluginTest{"a"}}, {PluginTest{"a"}}));
}

TEST_CASE("patterns that no text fits are told from those that some text does", "[lint]") {
  struct Case {
    const char* pattern;
    bool paths;
    const char* why;
  };
  const auto c = GENERATE(values<Case>({
      {"^name", true, "beside-root"},
      {"(?i)^name", true, "beside-root"},
      {"^name", false, ""},
      {"^a?b", true, ""},
      {"^name|level", true, ""},
      {"$.name", true, "behind-end"},
      {"^$.name", true, "behind-end"},
      {"a$b", false, "behind-end"},
      {"(a$)b", false, ""},
      {"a$", false, ""},
      {"a$)", false, ""},
      {"a$b*", false, ""},
      {"\\$.name", true, ""},
      {"[$]name", true, ""},
      {"(?m)a$\\nb", false, ""},
  }));
  CAPTURE(c.pattern);
  CHECK(never_matches(c.pattern, c.paths) == c.why);
}

}  // namespace kouan
