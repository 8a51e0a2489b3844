#include "judge/seen_fields.hpp"

#include <catch2/catch.hpp>

#include "unit/judge/made_state.hpp"

namespace kouan {
namespace {

TEST_CASE("collections keep the largest sets of each group, in any order", "[seen_fields]") {
  test::MadeState made;
  const BitId a = made.bit("$.a", "gender");
  const BitId b = made.bit("$.b", "gender");
  const BitId c = made.bit("$.c", "gender");
  const SetId one = made.state.field_set({a});
  const SetId two = made.state.field_set({a, b});
  const SetId other = made.state.field_set({b, c});
  SeenFields seen(made.state);
  const auto small = seen.single(0, one);
  const auto large = seen.single(0, two);
  const auto beside = seen.single(0, other);
  const auto elsewhere = seen.single(1, one);

  CHECK(seen.unite(small, large) == large);
  CHECK(seen.unite(large, small) == large);
  CHECK(seen.unite(SeenFields::nothing, small) == small);
  CHECK(seen.unite(small, SeenFields::nothing) == small);
  CHECK(seen.at(seen.unite(large, beside)).size() == 2);
  CHECK(seen.at(seen.unite(large, elsewhere)).size() == 2);
  const auto forth = seen.unite(seen.unite(small, beside), large);
  const auto back = seen.unite(large, seen.unite(beside, small));
  CHECK(forth == back);
  CHECK(seen.at(forth).size() == 2);
}

TEST_CASE("the empty set is part of every other", "[seen_fields]") {
  test::MadeState made;
  const SetId one = made.state.field_set({made.bit("$.a", "gender")});
  SeenFields seen(made.state);
  CHECK(seen.unite(seen.single(0, 0), seen.single(0, one)) == seen.single(0, one));
  CHECK(seen.at(SeenFields::nothing).empty());
}

}  // namespace
}  // namespace kouan
