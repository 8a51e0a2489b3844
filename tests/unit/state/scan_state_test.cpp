#include "state/scan_state.hpp"

#include <functional>

#include <catch2/catch.hpp>

#include "state/state_file.hpp"
#include "unit/state/made_states.hpp"

namespace kouan {
namespace {

using made::concepts;

TEST_CASE("what does not belong together is not merged", "[state][error]") {
  struct Case {
    const char* note;
    std::function<void(ScanState&)> change;
    const char* said;
  };
  const auto c = GENERATE(values<Case>({
      {"other rules", [](ScanState& s) { s.scan_digest = "other"; }, "scan_digest"},
      {"another key", [](ScanState& s) { s.key_fingerprint = "other"; }, "person key"},
      {"another engine", [](ScanState& s) { s.engine = "9.9.9"; }, "engine"},
      {"another profile", [](ScanState& s) { s.globs.clear(); }, "file patterns"},
  }));
  CAPTURE(c.note);
  ScanState one = made::full_state();
  const std::string before = state_bytes(one, concepts());
  ScanState two = made::full_state();
  c.change(two);
  const auto merged = one.merge(two);
  REQUIRE_FALSE(merged);
  CHECK(merged.error().code == ErrorCode::invalid_usage);
  CHECK_THAT(merged.error().message, Catch::Matchers::Contains(c.said));
  CHECK(state_bytes(one, concepts()) == before);
}

TEST_CASE("dictionaries give one number to one text", "[state]") {
  ScanState state;
  CHECK(state.tag("a") == state.tag("a"));
  CHECK(state.tag("a") != state.tag("b"));
  const PathId path = state.path("$.a", "$", {});
  CHECK(path == state.path("$.a", "$", {}));
  CHECK(state.bit(path, 0) == state.bit(path, 0));
  CHECK(state.bit(path, 0) != state.bit(path, 1));
  CHECK(state.group({"x"}) == state.group({"x"}));
  CHECK(state.group({"x"}) != state.group({}));
}

TEST_CASE("a field set is its bits, in whatever order and however often", "[state]") {
  ScanState state;
  const PathId path = state.path("$.a", "$", {});
  const BitId one = state.bit(path, state.tag("a"));
  const BitId two = state.bit(path, state.tag("b"));
  CHECK(state.field_set({one, two}) == state.field_set({two, one, two}));
  CHECK(state.field_set({one}) != state.field_set({two}));
  CHECK(state.field_set({}) == 0);
  CHECK(state.sets().at(state.field_set({two, one})).size() == 2);
}

TEST_CASE("one person's rows are one with the fields of all, per group and source", "[state]") {
  ScanState state;
  const PathId path = state.path("$.a", "$", {});
  const BitId one = state.bit(path, state.tag("a"));
  const BitId two = state.bit(path, state.tag("b"));
  const Node node{{1, 2, 3}};
  const auto add = [&](GroupId group, BitId source, BitId field) {
    state.add_row({&node, 1}, state.row_class(group, {source}, state.field_set({field})));
  };
  const GroupId plain = state.group({});
  add(plain, one, one);
  add(plain, one, two);
  add(plain, one, one);
  CHECK(state.row_count() == 1);
  state.for_each_row([&](std::span<const Node>, ClassId id) {
    CHECK(state.row_classes()[id].fields == state.field_set({one, two}));
  });
  add(plain, two, one);
  CHECK(state.row_count() == 2);
  add(state.group({"other*"}), one, one);
  CHECK(state.row_count() == 3);
}

TEST_CASE("beyond the most field bits a tag keeps its meaning and loses its path",
          "[state][limits]") {
  ScanState state;
  const TagId tag = state.tag("a");
  const PathId path = state.path("$.a", "$", {});
  for (std::uint32_t i = 0; i < limits::field_bits_max; ++i) {
    state.bit(state.path("$.p" + std::to_string(i), "$", {}), tag);
  }
  CHECK_FALSE(state.coverage().field_sets_coarsened);
  const BitId coarse = state.bit(path, tag);
  CHECK(state.coverage().field_sets_coarsened);
  CHECK(state.paths()[state.bits()[coarse].path].text == ScanState::coarse_path);
  CHECK(state.bits()[coarse].tag == tag);
  CHECK(state.bit(state.path("$.another", "$", {}), tag) == coarse);
}

TEST_CASE("notes of one person keep the latest birthday and the span of places", "[state]") {
  NodeNote note;
  CHECK_FALSE(note.moved());
  NodeNote first{100, 5, 5};
  note.merge(first);
  CHECK_FALSE(note.moved());
  note.merge({50, 5, 5});
  CHECK(note.turns_14_day == 100);
  CHECK_FALSE(note.moved());
  note.merge({NodeNote::no_day, 9, 9});
  CHECK(note.turns_14_day == 100);
  CHECK(note.moved());
}

}  // namespace
}  // namespace kouan
