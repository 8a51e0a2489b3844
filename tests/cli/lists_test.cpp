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

TEST_CASE("the lists say where they stand on a day", "[lists]") {
  struct Case {
    const char* day;
    const char* status;
    const char* english;
  };
  for (const Case& c :
       {Case{"2024-08-29", "not_yet", "not yet in force"},
        Case{"2024-08-30", "in_force", "in force"}, Case{"2026-05-10", "in_force", "in force"},
        Case{"2026-05-11", "replaced", "replaced"}}) {
    CAPTURE(c.day);
    const auto json = parse_json(run({"lists", "list", "--as-of", c.day, "--format", "json"}).out);
    REQUIRE(json.has_value());
    const Json& first = json->as_array()->front();
    CHECK(*first.find("status")->as_string() == c.status);
    CHECK(*first.find("as_of")->as_string() == c.day);
    CHECK(*first.find("completeness")->as_string() == "9 of 23 scenarios, 9 of 198 fields");
    CHECK_THAT(run({"lists", "list", "--as-of", c.day, "--lang", "en"}).out,
               Catch::Contains(c.english) && Catch::Contains("on " + std::string(c.day)));
  }
  const Ended wrong = run({"lists", "list", "--as-of", "2024-02-30"});
  CHECK(wrong.exit_code == 2);
  CHECK_THAT(wrong.err, Catch::Contains("expected a date") && Catch::Contains("2024-02-30"));
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
  CHECK_THAT(finding.out, Catch::Contains("missing-clause") && Catch::Contains("BJ24-AUTO-01") &&
                              Catch::Contains("poor.yaml:116:5: "));
  CHECK_THAT(run({"lists", "lint", folder.path("poor.yaml"), "--lang", "zh"}).out,
             Catch::Contains("应有条款，未见条款"));
  const auto json =
      parse_json(run({"lists", "lint", folder.path("poor.yaml"), "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK_FALSE(json->as_array()->empty());

  const Ended broken = run({"lists", "lint", folder.write("broken.yaml", "id: [")});
  CHECK(broken.exit_code == 2);
  CHECK_THAT(broken.err, Catch::Contains("broken.yaml:1"));
  CHECK(run({"lists", "lint", "no/such-list"}).exit_code == 2);
}

TEST_CASE("lint finds gaps in a national table, and none in the one that ships", "[lists]") {
  const Ended shipped = run({"lists", "lint", "national", "--lang", "en"});
  CHECK(shipped.exit_code == 0);
  CHECK_THAT(shipped.out, Catch::Contains("1 lists, 0 findings"));
  const TemporaryFolder folder;
  std::string table = read_file(rules + "policy/national.yaml");
  const std::string sound = "at_least: 100000, bound: inclusive";
  const std::size_t at = table.rfind(sound);
  REQUIRE(at != std::string::npos);
  table.replace(at, sound.size(), "at_least: 100000, bound: unstated");
  const Ended open = run({"lists", "lint", folder.write("national.yaml", table), "--lang", "en"});
  CHECK(open.exit_code == 1);
  CHECK_THAT(open.out, Catch::Contains("national.yaml:") && Catch::Contains("[national-gap]") &&
                           Catch::Contains("found none at 100000 persons"));
  CHECK_THAT(run({"lists", "lint", folder.path("national.yaml"), "--lang", "zh"}).out,
             Catch::Contains("每一点应有确定结论"));
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

TEST_CASE("the shipped cases pass, decide every row and limb, and notice every change of the table",
          "[lists]") {
  const Ended passed = run({"lists", "test", "national", "--mutate", "--lang", "en"});
  CHECK(passed.exit_code == 0);
  CHECK_THAT(passed.out, Catch::Contains("94 cases, 0 failures") && Catch::Contains("rows 32/32") &&
                             Catch::Contains("conditions 42/42") && Catch::Contains("100%"));
  const auto json = parse_json(run({"lists", "test", "national", "--format", "json"}).out);
  REQUIRE(json.has_value());
  const Json& first = json->find("lists")->as_array()->front();
  CHECK(first.find("failures")->as_array()->empty());
  CHECK(first.find("mutants") == nullptr);
  CHECK(run({"lists", "test", "nationaal"}).exit_code == 2);
  CHECK(run({"lists", "test", "beijing/2025"}).exit_code == 2);
}

TEST_CASE("a changed figure fails the cases beside it, with place, what was wanted, what came",
          "[lists]") {
  const TemporaryFolder folder;
  std::string table = read_file(rules + "policy/national.yaml");
  const std::string figure = "population: non_sensitive, window: calendar_year, at_least: 100000,";
  const std::size_t at = table.rfind(figure);
  REQUIRE(at != std::string::npos);
  table.replace(at, figure.size(),
                "population: non_sensitive, window: calendar_year, at_least: 100001,");
  folder.write("national.cases.yaml", read_file(rules + "policy/national.cases.yaml"));
  const Ended failing =
      run({"lists", "test", folder.write("national.yaml", table), "--lang", "en"});
  CHECK(failing.exit_code == 1);
  CHECK_THAT(failing.out, Catch::Contains("national.cases.yaml:") &&
                              Catch::Contains("100,000 persons, 2026-06-01") &&
                              Catch::Contains("wanted contract_or_certification, came none") &&
                              Catch::Contains("holds: wanted [N26-05], came []"));
  const Ended chinese = run({"lists", "test", folder.path("national.cases.yaml"), "--lang", "zh"});
  CHECK(chinese.exit_code == 1);
  CHECK_THAT(chinese.out, Catch::Contains("应为 contract_or_certification，实为 none"));
}

TEST_CASE("cases of a list of one's own are run, and what they leave open is said", "[lists]") {
  const TemporaryFolder folder;
  std::string list = read_file(rules + "lists/beijing/2024.yaml");
  list.replace(list.find("id: beijing/2024"), 16, "id: mine/2024");
  folder.write("mine.yaml", list);
  const std::string cases = R"(rules: mine/2024
cases:
  - name: "both limbs"
    as_of: 2025-06-01
    given: [{fields: [ota_package]}]
    facts:
      handler: {ciio: no, registered_in: [beijing-ftz]}
      scenarios: [{id: auto.ota}]
      answers: {filed_with_miit: yes, ota_package_protected: ANSWER, autonomous_driving_company: no}
    want: {outcome: WANTED}
)";
  const auto with = [&](const std::string& answer, const std::string& wanted) {
    std::string text = cases;
    text.replace(text.find("ANSWER"), 6, answer);
    text.replace(text.find("WANTED"), 6, wanted);
    return folder.write("mine.cases.yaml", text);
  };
  const Ended passed =
      run({"lists", "test", with("no", "security_assessment, holds: [BJ24-AUTO-01, N24-07]"),
           "--lang", "en"});
  CHECK(passed.exit_code == 0);
  CHECK_THAT(passed.out, Catch::Contains("1 cases, 0 failures") &&
                             Catch::Contains("BJ24-AUTO-01: applies in every case") &&
                             Catch::Contains("BJ24-RETAIL-01: no case reaches the row"));
  const Ended mutants =
      run({"lists", "test", folder.path("mine.yaml"), "--mutate", "--lang", "en"});
  CHECK(mutants.exit_code == 1);
  CHECK_THAT(mutants.out, Catch::Contains("mine.yaml:") && Catch::Contains("flipped: "));
  CHECK(run({"lists", "test", with("yes", "security_assessment")}).exit_code == 1);
  const Ended typo = run({"lists", "test", with("no", "none, holds: [BJ24-AUTO-10]")});
  CHECK(typo.exit_code == 2);
  CHECK_THAT(typo.err, Catch::Contains("mine.cases.yaml:10:") &&
                           Catch::Contains("did you mean 'BJ24-AUTO-01'"));
}

TEST_CASE("two editions are told apart in words, by id and by file", "[lists]") {
  const Ended english = run({"lists", "diff", "beijing/2024", "beijing/2025", "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out, Catch::Contains("in force from: 2024-08-30 → 2026-05-11") &&
                              Catch::Contains("fields, as declared: 198 → 612") &&
                              Catch::Contains("added sector bank banking") &&
                              !Catch::Contains("dropped"));
  const Ended chinese = run({"lists", "diff", "beijing/2025", "beijing/2024", "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("删除 行业 bank 银行"));
  CHECK_THAT(run({"lists", "diff", "beijing/2024", "beijing/2024", "--lang", "en"}).out,
             Catch::Contains("no difference"));

  const TemporaryFolder folder;
  std::string text = read_file(rules + "lists/beijing/2024.yaml");
  const std::string size = "metric: group_size, population: any, at_least: 100000,";
  REQUIRE(text.find(size) != std::string::npos);
  text.replace(text.find(size), size.size(),
               "metric: group_size, population: any, at_least: 50000,");
  const std::string mine = folder.write("mine.yaml", text);
  const Ended file = run({"lists", "diff", "beijing/2024", mine, "--lang", "en"});
  CHECK_THAT(file.out, Catch::Contains("tightened row BJ24-PHARMA-01") &&
                           Catch::Contains("100,000 (inclusive) → 50,000 (inclusive)"));
  const auto json =
      parse_json(run({"lists", "diff", mine, "beijing/2024", "--format", "json"}).out);
  REQUIRE(json.has_value());
  const Json& row = json->find("rows")->as_array()->front();
  CHECK(*row.find("change")->as_string() == "relaxed");
  CHECK(*row.find("parts")->as_array()->front().find("part")->as_string() == "figure");
  CHECK(run({"lists", "diff", "beijing/2024"}).exit_code == 2);
  CHECK(run({"lists", "diff", "beijing/2024", "beijing/2042"}).exit_code == 2);
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
