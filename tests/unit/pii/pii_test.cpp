#include "pii/pii.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::detectors;

TEST_CASE("the plugin is one the contract describes", "[pii]") {
  const auto* plugin = kouan_pii_plugin();
  REQUIRE(plugin != nullptr);
  CHECK(plugin->abi_major == KOUAN_ABI_MAJOR);
  CHECK(plugin->abi_minor <= KOUAN_ABI_MINOR);
  CHECK(plugin->capability("kouan.no-such/1") == nullptr);
  CHECK(plugin->create(nullptr, {"{}", 2}) != nullptr);
}

TEST_CASE("every detector is declared in full and under a name of its own", "[pii]") {
  std::set<std::string> names;
  for (const auto* detector : detectors()) {
    CAPTURE(detector->name);
    CHECK(names.insert(detector->name).second);
    CHECK(detector->struct_size == sizeof(kouan_detector));
    CHECK(detector->scan != nullptr);
    CHECK(std::string(detector->source) != "");
    CHECK(detector->chars != 0);
    CHECK((detector->needs & ~detector->chars) == 0);
    CHECK(detector->length_min <= detector->length_max);
    CHECK(detector->length_min > 0);
  }
}

std::string text_of(const std::string& path) {
  std::ifstream file(KOUAN_SOURCE_DIR + path);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("every detector names a concept of the rules and stands in the table of the README",
          "[pii]") {
  const auto concepts = text_of("/rules/concepts.yaml");
  const auto table = text_of("/plugins/pii/README.md");
  const std::array strengths = {"weak", "medium", "strong"};
  for (const auto* detector : detectors()) {
    CAPTURE(detector->name);
    CHECK(concepts.find("{id: " + std::string(detector->concept_id) + ",") != std::string::npos);
    const auto row = std::string("| `") + detector->name + "` | `" + detector->concept_id + "` | " +
                     strengths.at(detector->strength - 1) + " |";
    CHECK(table.find(row) != std::string::npos);
  }
}

TEST_CASE("a weak detector never looks into running text", "[pii]") {
  for (const auto* detector : detectors()) {
    CAPTURE(detector->name);
    const bool sentences = detector->where == KOUAN_IN_SENTENCE;
    CHECK(((detector->where & KOUAN_IN_VALUE) != 0) != sentences);
    if (detector->strength == KOUAN_WEAK) CHECK((detector->where & KOUAN_IN_TEXT) == 0);
  }
}

/// Values that no gate would let through, and some that end where another byte is expected.
std::vector<std::string> hostile_values() {
  std::vector<std::string> values = {"",         "\xff\xfe", std::string(3, '\0'),
                                     "\xe4\xba", "京",       "(",
                                     ")",        ".",        "-",
                                     "@",        ":",        "::",
                                     "+",        "E",        "P",
                                     "SF",       "IMO",      "eyJ..",
                                     "POINT(",   "$GPGGA,*", "1.",
                                     "1e",       "0",        "+86",
                                     "86-",      "族",       "1.23E+",
                                     "1990年",   "39°",      "N39°54'",
                                     "军字第号", "京A·",     "A.",
                                     "a@",       "a@b",      "<<"};
  for (const char c : std::string("A0a<-. 1:@+/(")) {
    for (const std::size_t size : {9U, 17U, 18U, 30U, 36U, 44U, 64U * 1024}) {
      values.emplace_back(size, c);
    }
  }
  return values;
}

TEST_CASE("hits lie inside their value, whatever the bytes", "[pii][conformance]") {
  const auto values = hostile_values();
  for (const auto* detector : detectors()) {
    CAPTURE(detector->name);
    for (const auto& value : values) pii_probe::scan(*detector, value);
  }
}

TEST_CASE("random bytes of every fitting length do no harm", "[pii][conformance]") {
  std::mt19937_64 random(20'260'101);
  const std::string alphabet = "0123456789AEGNPSTX<>.-:,+@()°\xE5京 年/eyxo";
  for (const auto* detector : detectors()) {
    CAPTURE(detector->name);
    for (int i = 0; i < 200; ++i) {
      const auto span = std::min<std::uint64_t>(detector->length_max - detector->length_min, 60);
      std::string value(detector->length_min + random() % (span + 1), '\0');
      for (auto& c : value) {
        c = i % 2 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
      }
      pii_probe::scan(*detector, value);
    }
  }
}

TEST_CASE("an empty batch and a batch of several are scanned alike", "[pii][conformance]") {
  const auto& detector = pii_probe::detector("mobile_phone");
  const std::array<kouan_text, 3> batch = {
      kouan_text{"13800138000", 11}, {"no", 2}, {"19912345678", 11}};
  std::vector<std::uint32_t> hits;
  const kouan_hit_sink sink{
      &hits, [](void* context, const kouan_hit* hit) {
        static_cast<std::vector<std::uint32_t>*>(context)->push_back(hit->value_index);
      }};
  CHECK(detector.scan(nullptr, batch.data(), 0, &sink) == KOUAN_OK);
  CHECK(hits.empty());
  CHECK(detector.scan(nullptr, batch.data(), batch.size(), &sink) == KOUAN_OK);
  CHECK(hits == std::vector<std::uint32_t>{0, 2});
}

}  // namespace
}  // namespace kouan
