#include "random.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace kouan::samples;

TEST_CASE("the generator is SplitMix64, whose first words are known", "[samples][random]") {
  // The published sequence for the seed 1234567: state and output of the reference program.
  CHECK(mixed(1234567) == 6457827717110365317U);
  CHECK(mixed(1234567 + 0x9E3779B97F4A7C15U) == 3203168211198807973U);
}

TEST_CASE("the same seed gives the same numbers, another seed others", "[samples][random]") {
  Random one(5);
  Random same(5);
  Random other(6);
  for (int i = 0; i < 10; ++i) {
    const std::uint64_t word = one.next();
    CHECK(word == same.next());
    CHECK(word != other.next());
  }
}

TEST_CASE("a number stays within its bounds and reaches both of them", "[samples][random]") {
  Random random(1);
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(random.between(-2, 2));
  CHECK(seen == std::set<std::int64_t>{-2, -1, 0, 1, 2});
  for (int i = 0; i < 100; ++i) CHECK(random.below(1) == 0);
}

TEST_CASE("a chance of nought never comes, one of a thousand always", "[samples][random]") {
  Random random(1);
  for (int i = 0; i < 1'000; ++i) {
    REQUIRE_FALSE(random.chance(0));
    REQUIRE(random.chance(1'000));
  }
}

TEST_CASE("spreading moves every index to a place of its own", "[samples][random]") {
  std::set<std::uint64_t> places;
  for (std::uint64_t i = 0; i < 1'000; ++i) places.insert(spread(i, 1'000, 7'919, 42));
  CHECK(places.size() == 1'000);
  CHECK(*places.rbegin() == 999);
}
