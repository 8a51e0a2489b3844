#include "tally/field_statistics.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

namespace kouan {
namespace {

const std::vector<std::string> masked = {"138****0000", "139****0001", "***",  "张*",
                                         "2*",          "a***@b",      "****", "*1"};

SampleSet samples_of(const std::vector<std::string>& list) {
  SampleSet set;
  for (const auto& text : list) set.add(text);
  return set;
}

TEST_CASE("the same few samples are kept whatever the order", "[tally]") {
  const SampleSet forward = samples_of(masked);
  auto reversed = masked;
  std::reverse(reversed.begin(), reversed.end());
  CHECK(forward.items() == samples_of(reversed).items());
  REQUIRE(forward.items().size() == limits::samples_max);
  CHECK(std::is_sorted(forward.items().begin(), forward.items().end()));
}

TEST_CASE("a sample that comes twice is kept once", "[tally]") {
  CHECK(samples_of({"***", "***"}).items().size() == 1);
  CHECK(samples_of({}).items().empty());
}

TEST_CASE("samples of parts merge into those of the whole", "[tally]") {
  for (std::size_t cut = 0; cut <= masked.size(); ++cut) {
    CAPTURE(cut);
    const auto at = masked.begin() + static_cast<std::ptrdiff_t>(cut);
    SampleSet one = samples_of({masked.begin(), at});
    const SampleSet two = samples_of({at, masked.end()});
    SampleSet reverse = two;
    reverse.merge(one);
    one.merge(two);
    CHECK(one.items() == samples_of(masked).items());
    CHECK(one.items() == reverse.items());
  }
}

TEST_CASE("every count of a column is added up", "[tally]") {
  FieldStatistics one;
  std::uint64_t next = 1;
  for (std::uint64_t* const count :
       {&one.values, &one.nulls, &one.empties, &one.strings, &one.numbers, &one.booleans,
        &one.masked, &one.hashed, &one.precise, &one.long_texts}) {
    *count = next++;
  }
  one.distinct.add(17);
  FieldStatistics two;
  two.distinct.add(18);
  two.merge(one);
  two.merge(one);
  std::uint64_t want = 0;
  for (const std::uint64_t count :
       {two.values, two.nulls, two.empties, two.strings, two.numbers, two.booleans, two.masked,
        two.hashed, two.precise, two.long_texts}) {
    CHECK(count == (want += 2));
  }
  CHECK(two.distinct.estimate() == 2);
}

TEST_CASE("every count of a hit is added up", "[tally]") {
  HitCounts hits{1, 2, 3, 4, 5};
  hits.merge({10, 20, 30, 40, 50});
  CHECK(hits.whole == 11);
  CHECK(hits.inside == 22);
  CHECK(hits.strong == 33);
  CHECK(hits.medium == 44);
  CHECK(hits.damaged == 55);
  CHECK(hits.any() == 11 + 22 + 55);
}

}  // namespace
}  // namespace kouan
