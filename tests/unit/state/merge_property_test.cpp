#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "state/state_file.hpp"
#include "unit/state/made_states.hpp"

namespace kouan {
namespace {

using made::concepts;
using made::Sighting;

constexpr std::size_t cuts = 7;

/// The list in `cuts` parts, some of them empty, cut where the seed says.
std::vector<std::vector<Sighting>> cut(const std::vector<Sighting>& list, std::mt19937& random) {
  std::vector<std::vector<Sighting>> parts(cuts);
  for (const Sighting& one : list) parts[random() % cuts].push_back(one);
  return parts;
}

ScanState merged(const std::vector<ScanState>& parts, const std::vector<std::size_t>& order) {
  ScanState total = made::empty_state();
  for (const std::size_t i : order) REQUIRE(total.merge(parts[i]));
  return total;
}

/// Through a file, as between two machines.
ScanState sent(const ScanState& state) {
  auto read = parse_state(state_bytes(state, concepts()), concepts());
  REQUIRE(read);
  return std::move(read->state);
}

TEST_CASE("any split of the data in any order gives the bytes of the whole", "[state][property]") {
  const auto seed = GENERATE(as<std::uint32_t>{}, 1, 2, 3, 4, 5, 6);
  const auto size = GENERATE(as<std::size_t>{}, 1, 12, 150);
  CAPTURE(seed, size);
  std::mt19937 random(seed);
  const auto list = made::sightings(seed, size);
  const std::string whole = state_bytes(made::state_of(list), concepts());
  std::vector<ScanState> parts;
  for (const auto& part : cut(list, random)) parts.push_back(made::state_of(part));
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0);
  for (int repetition = 0; repetition < 3; ++repetition) {
    CHECK(state_bytes(merged(parts, order), concepts()) == whole);
    std::shuffle(order.begin(), order.end(), random);
  }
}

TEST_CASE("states that went through files merge to the same bytes", "[state][property]") {
  const auto seed = GENERATE(as<std::uint32_t>{}, 11, 12, 13);
  std::mt19937 random(seed);
  const auto list = made::sightings(seed, 100);
  ScanState total = made::empty_state();
  for (const auto& part : cut(list, random)) {
    REQUIRE(total.merge(sent(made::state_of(part))));
    total = sent(total);
  }
  CHECK(state_bytes(total, concepts()) == state_bytes(made::state_of(list), concepts()));
}

TEST_CASE("merging is associative", "[state][property]") {
  std::mt19937 random(5);
  const auto parts = cut(made::sightings(5, 90), random);
  ScanState left = made::state_of(parts[0]);  // (a + b) + c
  REQUIRE(left.merge(made::state_of(parts[1])));
  REQUIRE(left.merge(made::state_of(parts[2])));
  ScanState inner = made::state_of(parts[1]);  // a + (b + c)
  REQUIRE(inner.merge(made::state_of(parts[2])));
  ScanState right = made::state_of(parts[0]);
  REQUIRE(right.merge(inner));
  CHECK(state_bytes(left, concepts()) == state_bytes(right, concepts()));
}

TEST_CASE("a state and its copy have one digest, by which a copy is known", "[state][property]") {
  const auto list = made::sightings(7, 60);
  const auto one = parse_state(state_bytes(made::state_of(list), concepts()), concepts());
  auto reversed = list;
  std::reverse(reversed.begin(), reversed.end());
  const auto two = parse_state(state_bytes(made::state_of(reversed), concepts()), concepts());
  REQUIRE(one);
  REQUIRE(two);
  CHECK(one->digest == two->digest);
  CHECK(one->digest == state_digest(made::state_of(list), concepts()));
  CHECK(one->digest != state_digest(made::state_of(made::sightings(7, 59)), concepts()));
}

TEST_CASE("people and their fields are the same after a duplicate", "[state][property]") {
  // Counts of values add up, which is why a command takes a copy once; persons never do.
  const auto list = made::sightings(8, 60);
  const ScanState once = made::state_of(list);
  ScanState twice = made::state_of(list);
  REQUIRE(twice.merge(once));
  CHECK(twice.row_count() == once.row_count());
  CHECK(twice.notes().size() == once.notes().size());
  CHECK(twice.paths().size() == once.paths().size());
}

}  // namespace
}  // namespace kouan
