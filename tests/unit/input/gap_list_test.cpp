#include "input/gap_list.hpp"

#include <catch2/catch.hpp>

using namespace kouan;
using namespace kouan::input;

TEST_CASE("past the limit, gaps of one reason fold and none is lost", "[gap_list]") {
  GapList list;
  for (std::uint64_t i = 0; i < gaps_max; ++i) list.add(reason::malformed, i, 2);
  CHECK(list.all().size() == gaps_max);
  CHECK(list.all().back().count == 1);
  for (std::uint64_t i = 0; i < 1'000; ++i) list.add(reason::malformed, i, 2);
  list.add(reason::too_deep, 7, 5);
  CHECK(list.all().size() == gaps_max + 1);
  CHECK(list.all().back().reason == "too_deep");
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
  for (const Gap& gap : list.all()) {
    count += gap.count;
    bytes += gap.bytes;
  }
  CHECK(count == gaps_max + 1'001);
  CHECK(bytes == 2 * (gaps_max + 1'000) + 5);
}

TEST_CASE("a broken stream leaves a gap of unknown size that says why", "[gap_list]") {
  GapList list;
  list.add_unreadable_rest(Error{ErrorCode::io, "expected a, found b", {}}, 10, 3);
  list.add_truncated(20, 0);
  REQUIRE(list.all().size() == 2);
  CHECK(list.all()[0].unknown_size);
  CHECK(list.all()[0].detail == "expected a, found b");
  CHECK(list.all()[0].bytes == 3);
  CHECK(list.all()[1].unknown_size);
  CHECK(list.all()[1].reason == "truncated");
}
