#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::run;

TEST_CASE("the plugins are listed with what they offer", "[plugins]") {
  const Ended ended = run({"plugins", "list", "--format", "json"});
  REQUIRE(ended.exit_code == 0);
  const auto json = parse_json(ended.out);
  REQUIRE(json.has_value());
  REQUIRE_FALSE(json->as_array()->empty());
  for (const auto& one : *json->as_array()) {
    CHECK_FALSE(one.find("id")->as_string()->empty());
    CHECK_FALSE(one.find("version")->as_string()->empty());
    REQUIRE(one.find("path") != nullptr);
    CHECK(one.find("path")->is_null());
    CHECK(*one.find("trusted")->as_bool());
    REQUIRE(one.find("capabilities")->as_array()->size() == 1);
    CHECK(*one.find("capabilities")->as_array()->front().as_string() == "kouan.detector/1");
    REQUIRE(one.find("sectors") != nullptr);
  }
}

TEST_CASE("the detectors are listed for people in both languages", "[plugins]") {
  const Ended english = run({"plugins", "list", "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out, Catch::Contains("resident_id") && Catch::Contains("linked in"));
  const Ended chinese = run({"plugins", "list", "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("居民身份证号") && Catch::Contains("内置"));
  CHECK(run({"plugins"}).exit_code == 2);
  CHECK(run({"plugins", "list", "--format", "csv"}).exit_code == 2);
}
