#include "state/coverage.hpp"

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

namespace kouan {
namespace {

TEST_CASE("a file that was read in parts is one file", "[state]") {
  Coverage total;
  Coverage part;
  part.files.push_back({"a.ndjson", 10, 2, 1, "", {{1, {7, 8}}}});
  total.merge(part);
  part.files = {{"a.ndjson", 5, 3, 0, "", {{0, {5, 6}}}}};
  total.merge(part);
  REQUIRE(total.files.size() == 1);
  CHECK(total.bytes() == 15);
  CHECK(total.records() == 5);
  CHECK(total.bad_records() == 1);
  CHECK(total.files[0].blocks.size() == 2);
}

TEST_CASE("the digest of a part is not taken for that of the whole", "[state]") {
  Coverage total;
  total.files.push_back({"a.ndjson", 10, 2, 0, "part", {{0, {5, 6}}}});
  Coverage more;
  more.files.push_back({"a.ndjson", 10, 2, 0, "part", {{1, {7, 8}}}});
  total.merge(more);
  CHECK(total.files[0].digest.empty());
}

TEST_CASE("a digest stays when what is added has no bytes", "[state]") {
  Coverage total;
  total.files.push_back({"a.csv", 10, 2, 0, "whole", {}});
  Coverage more;
  more.files.push_back({"a.csv", 0, 0, 1, "", {}});
  total.merge(more);
  CHECK(total.files[0].digest == "whole");
}

TEST_CASE("gaps of one reason in one file are one gap from the first place on", "[state]") {
  Coverage coverage;
  coverage.add_gap({"invalid_record", "a", 90, 1, 10, false});
  coverage.add_gap({"invalid_record", "a", 20, 2, 5, true});
  coverage.add_gap({"invalid_record", "b", 1, 1, 1, false});
  coverage.add_gap({"truncated", "a", 1, 1, 1, false});
  REQUIRE(coverage.gaps.size() == 3);
  CHECK(coverage.gaps[0].offset == 20);
  CHECK(coverage.gaps[0].count == 3);
  CHECK(coverage.gaps[0].bytes == 15);
  CHECK(coverage.gaps[0].unknown_size);
}

TEST_CASE("a gap names its first places in any order, up to a limit", "[state]") {
  Coverage forward;
  Coverage backward;
  for (std::uint64_t i = 0; i < limits::gap_offsets_max + 3; ++i) {
    forward.add_gap({"malformed", "a", i * 10, 1, 1, false});
    backward.add_gap({"malformed", "a", (limits::gap_offsets_max + 2 - i) * 10, 1, 1, false});
  }
  REQUIRE(forward.gaps.size() == 1);
  CHECK(forward.gaps[0].count == limits::gap_offsets_max + 3);
  REQUIRE(forward.gaps[0].offsets.size() == limits::gap_offsets_max);
  CHECK(forward.gaps[0].offsets.front() == 0);
  CHECK(forward.gaps[0].offsets.back() == (limits::gap_offsets_max - 1) * 10);
  CHECK(backward.gaps[0].offsets == forward.gaps[0].offsets);
  backward.merge(forward);
  CHECK(backward.gaps[0].offsets == forward.gaps[0].offsets);
}

TEST_CASE("anything that is missing makes a scan incomplete", "[state]") {
  CHECK(Coverage().complete());
  Coverage gap;
  gap.add_gap({"truncated", "a", 0, 1, 0, false});
  CHECK_FALSE(gap.complete());
  Coverage bad;
  bad.files.push_back({"a", 1, 1, 1, "", {}});
  CHECK_FALSE(bad.complete());
  Coverage coarse;
  coarse.field_sets_coarsened = true;
  CHECK_FALSE(coarse.complete());
  Coverage full;
  full.paths_full = true;
  CHECK_FALSE(full.complete());
  Coverage faults;
  faults.plugin_faults = {"org.example"};
  CHECK_FALSE(faults.complete());
}

TEST_CASE("what any part lost, the whole has lost", "[state]") {
  Coverage total;
  Coverage part;
  part.field_sets_coarsened = part.paths_full = true;
  part.plugin_faults = {"org.example"};
  part.ignored = {{"README.md", "documentation"}};
  total.merge(part);
  total.merge(Coverage());
  total.merge(part);
  total.sort();
  CHECK(total.field_sets_coarsened);
  CHECK(total.paths_full);
  CHECK(total.plugin_faults == std::vector<std::string>{"org.example"});
  CHECK(total.ignored.size() == 2);
}

}  // namespace
}  // namespace kouan
