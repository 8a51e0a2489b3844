#include "tally/distinct_sketch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

/// `count` different hashes, the same at every call.
std::vector<std::uint64_t> hashes(std::size_t count, std::uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  std::vector<std::uint64_t> list(count);
  for (auto& one : list) one = random();
  return list;
}

DistinctSketch sketch_of(const std::vector<std::uint64_t>& list) {
  DistinctSketch sketch;
  for (const std::uint64_t hash : list) sketch.add(hash);
  return sketch;
}

bool same(const DistinctSketch& a, const DistinctSketch& b) {
  if (a.exact() != b.exact()) return false;
  return a.exact() ? a.hashes() == b.hashes() : *a.table() == *b.table();
}

TEST_CASE("up to 64 different values are counted exactly", "[tally]") {
  struct Case {
    const char* note;
    std::size_t values;
    bool exact;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", 0, true},
      {"one", 1, true},
      {"as many as are kept", 64, true},
      {"one more", 65, false},
  }));
  CAPTURE(c.note);
  const DistinctSketch sketch = sketch_of(hashes(c.values));
  CHECK(sketch.exact() == c.exact);
  if (c.exact) {
    CHECK(sketch.estimate() == c.values);
  } else {
    CHECK(std::abs(static_cast<double>(sketch.estimate()) - static_cast<double>(c.values)) <= 6);
  }
}

TEST_CASE("a value counts once however often and wherever it comes", "[tally]") {
  DistinctSketch sketch;
  for (const std::uint64_t hash : {7U, 7U, 8U, 7U, 0U, 0U, 8U}) sketch.add(hash);
  CHECK(sketch.estimate() == 3);
  CHECK(sketch.hashes() == std::vector<std::uint64_t>{0, 7, 8});
}

TEST_CASE("large counts stay within four standard errors", "[tally]") {
  const auto count = GENERATE(as<std::size_t>{}, 500, 3'000, 40'000);
  const auto list = hashes(count, count);
  const double estimate = static_cast<double>(sketch_of(list).estimate());
  CAPTURE(count, estimate);
  CHECK(std::abs(estimate / static_cast<double>(count) - 1) < 4 * 0.0325);
}

TEST_CASE("the order of the values leaves no trace", "[tally]") {
  const auto count = GENERATE(as<std::size_t>{}, 40, 64, 65, 900);
  auto list = hashes(count);
  const DistinctSketch forward = sketch_of(list);
  std::reverse(list.begin(), list.end());
  CHECK(same(forward, sketch_of(list)));
}

TEST_CASE("parts merge into what the whole gives, on both sides of 64", "[tally]") {
  struct Case {
    const char* note;
    std::size_t first, second;  // values of the parts, a third of them in both
  };
  const auto c = GENERATE(values<Case>({
      {"both exact, the whole exact", 20, 20},
      {"both exact, the whole not", 60, 60},
      {"exact into registers", 500, 30},
      {"registers into exact", 30, 500},
      {"registers into registers", 500, 700},
      {"nothing into something", 30, 0},
  }));
  CAPTURE(c.note);
  const auto list = hashes(c.first + c.second);
  const std::size_t shared = std::min(c.first, c.second) / 3;
  const auto at = [&](std::size_t i) { return list.begin() + static_cast<std::ptrdiff_t>(i); };
  DistinctSketch one = sketch_of({at(0), at(c.first)});
  const DistinctSketch two = sketch_of({at(c.first - shared), list.end()});
  DistinctSketch reverse = two;
  reverse.merge(one);
  one.merge(two);
  CHECK(same(one, sketch_of(list)));
  CHECK(same(one, reverse));
}

TEST_CASE("a sketch comes back from its registers", "[tally]") {
  const DistinctSketch sketch = sketch_of(hashes(300));
  REQUIRE(sketch.table() != nullptr);
  const DistinctSketch back = DistinctSketch::of_table(*sketch.table());
  CHECK(same(back, sketch));
  CHECK(back.estimate() == sketch.estimate());
  CHECK(*std::max_element(sketch.table()->begin(), sketch.table()->end()) <=
        DistinctSketch::rank_max);
}

TEST_CASE("the rarest hash reaches the highest rank, and no higher", "[tally]") {
  auto list = hashes(65);
  list.push_back(0);
  CHECK((*sketch_of(list).table())[0] == DistinctSketch::rank_max);
}

}  // namespace
}  // namespace kouan
