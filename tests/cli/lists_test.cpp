#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::TemporaryFolder;

namespace {

const std::string rules = std::string(KOUAN_SOURCE_DIR) + "/rules/";

}  // namespace

TEST_CASE("the lists say when they are in force and how little of them is known", "[lists]") {
  const Ended english = run({"lists", "list", "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out, Catch::Contains("beijing/2024") && Catch::Contains("2024-08-30") &&
                              Catch::Contains("9 of 23 scenarios, 9 of 198 fields"));
  const Ended chinese = run({"lists", "list", "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("场景 9/23"));
  const Ended ended = run({"lists", "list", "--format", "json"});
  const auto json = parse_json(ended.out);
  REQUIRE(json.has_value());
  REQUIRE_FALSE(json->as_array()->empty());
  const Json& first = json->as_array()->front();
  CHECK(*first.find("id")->as_string() == "beijing/2024");
  CHECK(first.find("sha256")->as_string()->size() == 64);
  CHECK(*first.find("in_force")->find("from")->as_string() == "2024-08-30");
}

TEST_CASE("a list is shown byte by byte, or in short", "[lists]") {
  const Ended whole = run({"lists", "show", "beijing/2024"});
  CHECK(whole.exit_code == 0);
  CHECK(whole.out == read_file(rules + "lists/beijing/2024.yaml"));
  const auto json = parse_json(run({"lists", "show", "beijing/2024", "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK(json->find("scenarios")->as_array()->size() == 9);
  CHECK_FALSE(json->find("entries")->as_array()->empty());
  const Ended unknown = run({"lists", "show", "beijing/2042"});
  CHECK(unknown.exit_code == 2);
  CHECK_THAT(unknown.err, Catch::Contains("did you mean 'beijing/2024'"));
  CHECK(run({"lists", "show"}).exit_code == 2);
}

TEST_CASE("lint finds nothing in sound lists, something in poor ones, and says what cannot be read",
          "[lists]") {
  const TemporaryFolder folder;
  const std::string sound = read_file(rules + "lists/beijing/2024.yaml");
  const Ended known = run({"lists", "lint", "beijing/2024", "--lang", "en"});
  CHECK((known.exit_code == 0 || known.exit_code == 1));
  CHECK_THAT(known.out, Catch::Contains("1 lists, "));

  std::string poor = sound;
  const std::string clause =
      "clause: {zh: \"汽车行业 · OTA在线升级\", en: \"automotive · OTA update (汽车行业 · "
      "OTA在线升级)\"}";
  REQUIRE(poor.find(clause) != std::string::npos);
  poor.replace(poor.find(clause), clause.size(), "clause: \"\"");
  const Ended finding = run({"lists", "lint", folder.write("poor.yaml", poor), "--lang", "en"});
  CHECK(finding.exit_code == 1);
  CHECK_THAT(finding.out, Catch::Contains("missing-clause") && Catch::Contains("BJ24-AUTO-01"));
  const auto json =
      parse_json(run({"lists", "lint", folder.path("poor.yaml"), "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK_FALSE(json->as_array()->empty());

  const Ended broken = run({"lists", "lint", folder.write("broken.yaml", "id: [")});
  CHECK(broken.exit_code == 2);
  CHECK_THAT(broken.err, Catch::Contains("broken.yaml:1"));
  CHECK(run({"lists", "lint", "no/such-list"}).exit_code == 2);
}

TEST_CASE("the cases of detectors are run, and a failing one is named without its value",
          "[lists]") {
  const std::string badge =
      std::string(KOUAN_SOURCE_DIR) + "/samples/custom-rules/rules/badge.yaml";
  const Ended sound = run({"lists", "test", badge, "--lang", "en"});
  CHECK(sound.exit_code == 0);
  CHECK_THAT(sound.out, Catch::Contains("1 rules, 5 cases, 0 failures"));

  const TemporaryFolder folder;
  std::string wrong = read_file(badge);
  const std::string last = "\"GX-917508\"";
  REQUIRE(wrong.find(last) != std::string::npos);
  wrong.replace(wrong.find(last), last.size(), "\"GX-91750\"");
  const Ended failing = run({"lists", "test", folder.write("wrong.yaml", wrong), "--lang", "en"});
  CHECK(failing.exit_code == 1);
  CHECK_THAT(failing.out, Catch::Contains("staff-badge: match 2") && !Catch::Contains("GX-91750"));
  CHECK(run({"lists", "test", folder.path("none.yaml")}).exit_code == 2);
  CHECK(run({"lists", "test"}).exit_code == 0);
}

TEST_CASE("schemas are printed as they are compiled in", "[lists]") {
  CHECK(run({"lists", "schema", "profile"}).out == read_file(rules + "schema/profile.schema.json"));
  // What lists and the national table share stands in a file of its own; printed, each is whole.
  for (const char* name : {"list", "national"}) {
    CAPTURE(name);
    const std::string printed = run({"lists", "schema", name}).out;
    CHECK_THAT(printed, Catch::Contains("\"entry\"") && !Catch::Contains("definitions.json"));
    CHECK(parse_json(printed).has_value());
  }
  CHECK(run({"lists", "schema", "profile"}).out == read_file(rules + "schema/profile.schema.json"));
  const Ended unknown = run({"lists", "schema", "profil"});
  CHECK(unknown.exit_code == 2);
  CHECK_THAT(unknown.err, Catch::Contains("did you mean 'profile'"));
}

TEST_CASE("lists without a verb is exit code 2", "[lists]") {
  CHECK(run({"lists"}).exit_code == 2);
  CHECK(run({"lists", "lst"}).exit_code == 2);
}
