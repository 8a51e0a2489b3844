#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

constexpr std::size_t tries = 200'000;
constexpr std::size_t step = 19;  // characters from one try to the next
constexpr int hits_max = 40;      // one in 5,000: twice the promise of one in 10,000, for luck

/// Random characters, of which every try looks at a stretch of its own.
std::string random_characters(std::string_view alphabet) {
  std::mt19937_64 random(20'260'102);
  std::string characters(tries * step + 64, '\0');
  for (auto& c : characters) c = alphabet[random() % alphabet.size()];
  return characters;
}

/// Hits of `detector` among `characters` cut into its lengths, shortest to longest in turn.
int random_hits(const kouan_detector& detector, std::string_view characters, std::size_t longest) {
  const std::size_t lengths = longest - detector.length_min + 1;
  int hits = 0;
  int failures = 0;
  const kouan_hit_sink sink{&hits,
                            [](void* context, const kouan_hit*) { ++*static_cast<int*>(context); }};
  for (std::size_t i = 0; i < tries; ++i) {
    const auto value = characters.substr(i * step, detector.length_min + i % lengths);
    const kouan_text candidate{value.data(), value.size()};
    failures += detector.scan(nullptr, &candidate, 1, &sink) == KOUAN_OK ? 0 : 1;
  }
  CHECK(failures == 0);
  return hits;
}

TEST_CASE("random numbers and codes are hardly ever a strong hit", "[pii][random]") {
  for (const std::string_view alphabet :
       {"0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789abcdef"}) {
    const auto characters = random_characters(alphabet);
    for (const auto* detector : pii_probe::detectors()) {
      if (detector->strength != KOUAN_STRONG) continue;
      CAPTURE(detector->name, alphabet);
      const auto longest = std::min<std::size_t>(detector->length_max, 48);
      CHECK(random_hits(*detector, characters, longest) <= hits_max);
      // The shortest length alone: there most identifiers stand without separators.
      CHECK(random_hits(*detector, characters, detector->length_min) <= hits_max);
    }
  }
}

TEST_CASE("numbers of counting and of time are no strong hit", "[pii][random]") {
  for (const auto* detector : pii_probe::detectors()) {
    if (detector->strength != KOUAN_STRONG) continue;
    CAPTURE(detector->name);
    int hits = 0;
    // Order numbers yyyymmddhhmmss with a counter of four digits, and snowflake numbers.
    for (int i = 0; i < 2'000; ++i) {
      const auto counter = std::to_string(1000 + i);
      for (const auto& value : {"20260101123000" + counter, "2026010112300" + counter,
                                "1893245678901" + counter + "17"}) {
        if (pii_probe::scan(*detector, value).has_value()) ++hits;
      }
    }
    CHECK(hits == 0);
  }
}

}  // namespace
}  // namespace kouan
