#include "tally/field_statistics.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

namespace kouan {
namespace {

const std::vector<std::string> masked = {"138****0000", "139****0001", "***",  "张*",
                                         "2*",          "a***@b",      "****", "*1"};

bool is_drawn(const std::string& text) {
  return text.size() <= 4;
}

SampleSet samples_of(const std::vector<std::string>& list) {
  SampleSet set;
  for (const auto& text : list) set.add(text, is_drawn(text));
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

TEST_CASE("samples of drawn values come first", "[tally]") {
  SampleSet set = samples_of(masked);
  REQUIRE(set.items().size() == limits::samples_max);
  for (const auto& [place, text] : set.items()) {
    CAPTURE(text);
    CHECK(SampleSet::is_drawn_place(place) == is_drawn(text));
  }
}

TEST_CASE("a sample is drawn if any of its values is, whichever comes first", "[tally]") {
  SampleSet late, early;
  for (const bool drawn : {false, true}) late.add("138****0000", drawn);
  for (const bool drawn : {true, false}) early.add("138****0000", drawn);
  CHECK(late.items() == early.items());
  REQUIRE(late.items().size() == 1);
  CHECK(SampleSet::is_drawn_place(late.items().front().first));
}

TEST_CASE("samples are settled once drawn values fill them", "[tally]") {
  SampleSet set;
  for (const char* const text : {"1*", "2*", "3*"}) {
    CHECK_FALSE(set.is_settled());
    set.add(text, true);
  }
  CHECK(set.is_settled());
  const auto before = set.items();
  set.add("4*", false);
  CHECK(set.items() == before);
  SampleSet undrawn;
  for (const char* const text : {"1*", "2*", "3*", "4*"}) undrawn.add(text, false);
  CHECK_FALSE(undrawn.is_settled());
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
        &one.masked, &one.hashed, &one.opaque, &one.precise, &one.long_texts}) {
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
        two.hashed, two.opaque, two.precise, two.long_texts}) {
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
