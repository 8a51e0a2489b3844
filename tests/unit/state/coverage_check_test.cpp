#include "state/coverage_check.hpp"

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

namespace kouan {
namespace {

using Blocks = std::vector<std::uint64_t>;

FileCoverage file(const std::string& path, const Blocks& blocks, std::uint64_t bytes = 1) {
  FileCoverage one;
  one.path = path;
  one.bytes = bytes;
  for (const std::uint64_t block : blocks) one.blocks[block] = {block, block};
  return one;
}

TEST_CASE("what two parts both read is found", "[state]") {
  struct Case {
    const char* note;
    FileCoverage a, b;
    bool overlap;
  };
  const auto c = GENERATE(values<Case>({
      {"other files", file("a", {0}), file("b", {0}), false},
      {"other blocks of one file", file("a", {0, 2}), file("a", {1, 3}), false},
      {"a block of one file twice", file("a", {0, 2}), file("a", {1, 2}), true},
      {"blocks that are not known", file("a", {}), file("a", {}), true},
      {"one side's blocks are not known", file("a", {0}), file("a", {}), true},
      {"nothing was read of it here", file("a", {}, 0), file("a", {0}), false},
  }));
  CAPTURE(c.note);
  Coverage a, b;
  a.files = {file("x", {0}), c.a};
  b.files = {file("y", {0}), c.b};
  CHECK(overlap(a, b).has_value() == c.overlap);
  CHECK(overlap(b, a).has_value() == c.overlap);
  if (c.overlap) CHECK(*overlap(a, b) == "a");
}

TEST_CASE("holes between blocks are gaps of an unknown number of records", "[state]") {
  constexpr std::uint64_t block = limits::digest_block_bytes;
  Coverage coverage;
  coverage.files = {file("whole", {0, 1, 2}), file("holes", {1, 4}), file("unknown", {})};
  const auto gaps = missing_ranges(coverage);
  REQUIRE(gaps.size() == 2);
  for (const Gap& gap : gaps) {
    CHECK(gap.file == "holes");
    CHECK(gap.reason == "missing_range");
    CHECK(gap.unknown_size);
  }
  CHECK(gaps[0].offset == 0);
  CHECK(gaps[0].bytes == block);
  CHECK(gaps[1].offset == 2 * block);
  CHECK(gaps[1].bytes == 2 * block);
}

}  // namespace
}  // namespace kouan
