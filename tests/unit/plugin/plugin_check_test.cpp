#include <functional>

#include <catch2/catch.hpp>

#include "plugin/plugin_library.hpp"
#include "unit/plugin/sample_plugin.hpp"

namespace kouan {
namespace {

using sample::Parts;

TEST_CASE("a plugin is refused for any one fault, and the reason says which", "[plugin][error]") {
  struct Case {
    const char* note;
    std::function<void(Parts&)> spoil;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"another major", [](Parts& p) { p.api.abi_major += 1; }, "found 2.0"},
      {"no major", [](Parts& p) { p.api.abi_major = 0; }, "found 0.0"},
      {"a newer minor", [](Parts& p) { p.api.abi_minor += 1; }, "found 1.1"},
      {"a truncated struct", [](Parts& p) { p.api.struct_size -= 1; }, "shorter"},
      {"no id", [](Parts& p) { p.api.id = nullptr; }, "an id and a version"},
      {"an empty id", [](Parts& p) { p.api.id = ""; }, "an id and a version"},
      {"no version", [](Parts& p) { p.api.version = nullptr; }, "an id and a version"},
      {"no create", [](Parts& p) { p.api.create = nullptr; }, "found NULL"},
      {"no destroy", [](Parts& p) { p.api.destroy = nullptr; }, "found NULL"},
      {"no capability", [](Parts& p) { p.api.capability = nullptr; }, "found NULL"},
      {"a truncated list", [](Parts& p) { p.list.struct_size -= 1; }, "kouan_detector_list"},
      {"a count without a list", [](Parts& p) { p.list.detectors = nullptr; }, "count 2 and NULL"},
      {"a list without a count", [](Parts& p) { p.list.count = 0; }, "count 0 and a list"},
      {"a missing detector", [](Parts& p) { p.pointers[1] = nullptr; }, "number 1"},
      {"a truncated detector", [](Parts& p) { p.detectors[0].struct_size -= 1; }, "number 0"},
      {"no name", [](Parts& p) { p.detectors[0].name = nullptr; }, "no name"},
      {"no concept", [](Parts& p) { p.detectors[0].concept_id = nullptr; }, "no concept_id"},
      {"an empty concept", [](Parts& p) { p.detectors[0].concept_id = ""; }, "no concept_id"},
      {"no source", [](Parts& p) { p.detectors[0].source = nullptr; }, "no source"},
      {"no scan", [](Parts& p) { p.detectors[1].scan = nullptr; }, "'second'"},
      {"strength 0", [](Parts& p) { p.detectors[0].strength = 0; }, "strength"},
      {"strength 4", [](Parts& p) { p.detectors[0].strength = 4; }, "strength"},
      {"no chars", [](Parts& p) { p.detectors[0].chars = 0; }, "no character class"},
      {"an unknown class", [](Parts& p) { p.detectors[0].chars |= 1U << 15; }, "unknown here"},
      {"needs beyond chars", [](Parts& p) { p.detectors[0].needs |= KOUAN_CHAR_AT; }, "excludes"},
      {"lengths swapped", [](Parts& p) { p.detectors[0].length_min = 12; }, "above length_max"},
      {"nowhere", [](Parts& p) { p.detectors[0].where = 0; }, "where"},
      {"an unknown place", [](Parts& p) { p.detectors[0].where = 16; }, "where"},
      {"one name twice", [](Parts& p) { p.detectors[1].name = "first"; }, "'first' twice"},
  }));
  CAPTURE(c.note);
  Parts parts;
  REQUIRE(check_plugin(&parts.api, "test").has_value());
  c.spoil(parts);
  const auto checked = check_plugin(&parts.api, "test");
  REQUIRE_FALSE(checked.has_value());
  CHECK(checked.error().code == ErrorCode::invalid_plugin);
  CHECK(checked.error().origin.file == "test");
  CHECK_THAT(checked.error().message, Catch::Matchers::Contains(c.want));
}

TEST_CASE("no plugin at all is refused", "[plugin][error]") {
  CHECK_FALSE(check_plugin(nullptr, "test").has_value());
}

TEST_CASE("a plugin without detectors, or with bigger structs of later days, is accepted",
          "[plugin]") {
  Parts parts;
  SECTION("no detector capability") {
    sample::offered = nullptr;
  }
  SECTION("an empty list") {
    parts.list = {sizeof(kouan_detector_list), 0, nullptr};
  }
  SECTION("structs that grew at their end") {
    parts.api.struct_size += 8;
    parts.list.struct_size += 8;
    parts.detectors[0].struct_size += 8;
  }
  SECTION("length_min equal to length_max and every class known") {
    parts.detectors[0].chars = (std::uint32_t{KOUAN_CHAR_NON_ASCII} << 1) - 1;
  }
  CHECK(check_plugin(&parts.api, "test").has_value());
}

}  // namespace
}  // namespace kouan
