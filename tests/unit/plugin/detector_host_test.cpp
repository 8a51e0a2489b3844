#include "plugin/detector_host.hpp"

#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>
#include <kouan/plugin.hpp>

#include "unit/plugin/sample_plugin.hpp"

namespace kouan {
namespace {

using sample::Parts;

/// What the first detector emits, whatever it is given.
kouan_hit scripted{};

std::int32_t scan_scripted(void*, const kouan_text*, std::size_t, const kouan_hit_sink* sink) {
  sink->emit(sink->context, &scripted);
  return KOUAN_OK;
}
std::int32_t scan_fails(void*, const kouan_text*, std::size_t, const kouan_hit_sink*) {
  return KOUAN_FAILED;
}
std::int32_t scan_emits_null(void*, const kouan_text*, std::size_t, const kouan_hit_sink* sink) {
  sink->emit(sink->context, nullptr);
  return KOUAN_OK;
}

struct ThrowingMatcher {
  static constexpr kouan_detector declaration{
      sizeof(kouan_detector), "throwing",       "email", KOUAN_WEAK,
      KOUAN_CHAR_DIGIT,       KOUAN_CHAR_DIGIT, 1,       9,
      KOUAN_IN_VALUE,         "made up",        nullptr, nullptr};
  bool match(std::string_view /*candidate*/, plugin::Match& /*out*/) {
    throw std::runtime_error("made up");
  }
};

Result<std::shared_ptr<const DetectorSet>> build(const Parts& parts) {
  const kouan_plugin* plugins[] = {&parts.api};
  return DetectorSet::build(plugins, &sample::resolve);
}

DetectorWorker worker_of(const Parts& parts) {
  auto set = build(parts);
  REQUIRE(set.has_value());
  auto worker = DetectorWorker::make(*set);
  REQUIRE(worker.has_value());
  return *std::move(worker);
}

std::vector<DetectorHit> scan(DetectorWorker& worker, std::string_view value) {
  std::vector<DetectorHit> hits;
  const kouan_text candidates[] = {plugin::text(value)};
  worker.scan(0, candidates, [&](const DetectorHit& hit) { hits.push_back(hit); });
  return hits;
}

TEST_CASE("a set knows every detector by number, plugin and concept", "[detector]") {
  const Parts parts;
  const auto set = build(parts);
  REQUIRE(set.has_value());
  REQUIRE((*set)->size() == 2);
  CHECK((**set)[1].name == "second");
  CHECK((**set)[1].plugin_id == "org.example.sample");
  CHECK((**set)[1].concept_id == 7);
  CHECK((**set)[1].strength == KOUAN_MEDIUM);
  CHECK((*set)->plugins().size() == 1);
}

TEST_CASE("a set refuses what it cannot stand for", "[detector][error]") {
  Parts parts;
  std::vector<const kouan_plugin*> plugins = {&parts.api};
  std::string want;
  SECTION("an unknown concept") {
    parts.detectors[1].concept_id = "no_such_concept";
    want = "no_such_concept";
  }
  SECTION("one plugin twice") {
    plugins.push_back(&parts.api);
    want = "'org.example.sample' twice";
  }
  SECTION("a broken plugin") {
    parts.detectors[1].chars = 0;
    want = "'second'";
  }
  SECTION("no plugin") {
    plugins[0] = nullptr;
    want = "NULL";
  }
  const auto set = DetectorSet::build(plugins, &sample::resolve);
  REQUIRE_FALSE(set.has_value());
  CHECK(set.error().code == ErrorCode::invalid_plugin);
  CHECK_THAT(set.error().message, Catch::Matchers::Contains(want));
}

TEST_CASE("a set of no plugins is empty", "[detector]") {
  const auto set = DetectorSet::build({}, &sample::resolve);
  REQUIRE(set.has_value());
  CHECK((*set)->size() == 0);
}

TEST_CASE("a hit outside its value is dropped and counted", "[detector]") {
  struct Case {
    const char* note;
    kouan_hit hit;
    std::size_t hits;
    std::uint64_t faults;
  };
  const auto c = GENERATE(values<Case>({
      {"the whole value", {0, 0, 3, 0, 0, 0, {nullptr, 0}, nullptr}, 1, 0},
      {"nothing at its end", {0, 3, 3, 0, 0, 0, {nullptr, 0}, nullptr}, 1, 0},
      {"one byte beyond", {0, 0, 4, 0, 0, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"far beyond", {0, 0, 0xFFFFFFFF, 0, 0, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"begin after end", {0, 2, 1, 0, 0, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"another value", {1, 0, 1, 0, 0, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"a canonical form from nowhere", {0, 0, 3, 0, 0, 0, {nullptr, 2}, nullptr}, 0, 1},
      {"month 13", {0, 0, 3, 0, 19901301, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"day 0", {0, 0, 3, 0, 19901200, 0, {nullptr, 0}, nullptr}, 0, 1},
      {"a date", {0, 0, 3, 0, 19901231, 0, {nullptr, 0}, nullptr}, 1, 0},
      {"an unknown canonical concept", {0, 0, 3, 0, 0, 0, {nullptr, 0}, "nothing"}, 1, 1},
  }));
  CAPTURE(c.note);
  Parts parts;
  parts.detectors[0].scan = &scan_scripted;
  scripted = c.hit;
  auto worker = worker_of(parts);
  CHECK(scan(worker, "abc").size() == c.hits);
  CHECK(worker.faults()[0] == c.faults);
}

TEST_CASE("a checked hit carries the canonical form and the concept it belongs to", "[detector]") {
  Parts parts;
  parts.detectors[0].scan = &scan_scripted;
  auto worker = worker_of(parts);
  SECTION("the bytes of the hit and the detector's concept, unless said otherwise") {
    scripted = {0, 1, 3, 0, 0, 0, {nullptr, 0}, nullptr};
    const auto hits = scan(worker, "abc");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].canonical == "bc");
    CHECK(hits[0].canonical_concept == 7);
    CHECK_FALSE(hits[0].damaged);
  }
  SECTION("another form, another concept, and what the value states") {
    scripted = {0, 0, 3, KOUAN_HIT_DAMAGED, 19900101, 31, {"XYZ", 3}, "email"};
    scan(worker, "abc");
    const auto hits = scan(worker, "abc");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].canonical == "XYZ");
    CHECK(hits[0].canonical_concept == 8);
    CHECK(hits[0].birth_date == 19900101);
    CHECK(hits[0].age_years == 31);
    CHECK(hits[0].damaged);
  }
  CHECK(worker.faults()[0] == 0);
}

TEST_CASE("a scan that fails is a fault of its plugin and nothing else", "[detector]") {
  Parts parts;
  SECTION("a failure") {
    parts.detectors[0].scan = &scan_fails;
  }
  SECTION("a matcher that throws") {
    parts.detectors[0].scan = plugin::Adapter<ThrowingMatcher>::detector.scan;
  }
  SECTION("a hit that is not there") {
    parts.detectors[0].scan = &scan_emits_null;
  }
  auto worker = worker_of(parts);
  CHECK(scan(worker, "1").empty());
  CHECK(worker.faults()[0] == 1);
}

TEST_CASE("an exception of the sink reaches the caller and blames no plugin", "[detector]") {
  Parts parts;
  parts.detectors[0].scan = &scan_scripted;
  scripted = {0, 0, 3, 0, 0, 0, {nullptr, 0}, nullptr};
  auto worker = worker_of(parts);
  const kouan_text candidates[] = {{"abc", 3}};
  CHECK_THROWS_AS(
      worker.scan(0, candidates, [](const DetectorHit&) { throw std::runtime_error("made up"); }),
      std::runtime_error);
  CHECK(worker.faults()[0] == 0);
}

int alive = 0;

TEST_CASE("every instance that was made is destroyed", "[detector]") {
  Parts parts;
  alive = 0;
  parts.api.create = [](const kouan_host* host, kouan_text) -> void* {
    host->log(host->context, 0, {"made", 4});
    return alive == 2 ? nullptr : static_cast<void*>(&++alive);
  };
  parts.api.destroy = [](void*) { --alive; };
  const auto set = build(parts);
  REQUIRE(set.has_value());
  {
    auto first = DetectorWorker::make(*set);
    auto second = DetectorWorker::make(*set);
    CHECK(alive == 2);
    const auto third = DetectorWorker::make(*set);
    REQUIRE_FALSE(third.has_value());
    CHECK(third.error().code == ErrorCode::invalid_plugin);
    const DetectorWorker moved = *std::move(first);
    CHECK(alive == 2);
  }
  CHECK(alive == 0);
}

}  // namespace
}  // namespace kouan
