#include "state/canonical_order.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

struct TwoPaths {
  TwoPaths() {
    const TagId tag = state.tag("b");
    state.tag("nobody uses this");
    second = state.bit(state.path("$.z", "$", {}), tag);
    first = state.bit(state.path("$.a", "$", {}), state.tag("a"));
  }
  ScanState state;
  BitId first = 0, second = 0;
};

TEST_CASE("dictionaries are ordered by their texts", "[state]") {
  const TwoPaths made;
  const CanonicalOrder order(made.state);
  CHECK(order.paths.rank[made.state.bits()[made.first].path] == 0);
  CHECK(order.paths.rank[made.state.bits()[made.second].path] == 1);
  CHECK(order.bits.rank[made.first] == 0);
  CHECK(order.bits.rank[made.second] == 1);
}

TEST_CASE("tags that nothing uses are left out", "[state]") {
  const TwoPaths made;
  const CanonicalOrder order(made.state);
  CHECK(order.tags.order == std::vector<std::uint32_t>{2, 0});
  CHECK(order.tags.rank[1] == CanonicalIds::left_out);
}

TEST_CASE("sets and classes that no row has any more are left out", "[state]") {
  TwoPaths made;
  ScanState& state = made.state;
  const Node node{{1, 2, 3}};
  for (const BitId bit : {made.first, made.second}) {
    state.add_row({&node, 1},
                  state.row_class(state.group({}), {made.first}, state.field_set({bit})));
  }
  REQUIRE(state.row_count() == 1);
  const CanonicalOrder order(state);
  REQUIRE(order.classes.order.size() == 1);
  REQUIRE(order.sets.order.size() == 1);
  CHECK(order.set_bits(state, order.sets.order[0]) == std::vector<std::uint32_t>{0, 1});
  CHECK(order.sources(state, order.classes.order[0]) == std::vector<std::uint32_t>{0});
  CHECK(order.class_rows[order.classes.order[0]] == 1);
}

TEST_CASE("classes come by the number of their nodes", "[state]") {
  TwoPaths made;
  ScanState& state = made.state;
  const Node nodes[] = {{{9, 9, 9}}, {{1, 1, 1}}};
  const GroupId group = state.group({});
  const ClassId pair =
      state.row_class(group, {made.first, made.second}, state.field_set({made.first}));
  const ClassId one = state.row_class(group, {made.second}, state.field_set({made.first}));
  state.add_row(nodes, pair);
  state.add_row({nodes, 1}, one);
  CHECK(CanonicalOrder(state).classes.order == std::vector<std::uint32_t>{one, pair});
}

TEST_CASE("a set that only nameless frames have is kept", "[state]") {
  TwoPaths made;
  ScanState& state = made.state;
  const SetId set = state.field_set({made.second});
  state.add_anonymous(state.group({}), set, 3);
  CHECK(CanonicalOrder(state).sets.order == std::vector<std::uint32_t>{set});
}

}  // namespace
}  // namespace kouan
