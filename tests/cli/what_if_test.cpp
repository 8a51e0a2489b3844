#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::run;
using kouan::test::TemporaryFolder;

namespace {

struct Data {
  Data() {
    const std::string records =
        R"({"会员号":"M1000001","姓名":"王小明","手机号":"13800138000","会员积分":1,"诊断":"肺炎"})"
        "\n"
        R"({"会员号":"M1000002","姓名":"李小红","手机号":"13900139000","会员积分":2,"诊断":"感冒"})"
        "\n";
    state = folder.path("one.state");
    REQUIRE(run({"key", "new", folder.path("k")}).exit_code == 0);
    REQUIRE(run({"scan", folder.write("m.ndjson", records), "--key-file", folder.path("k"), "-o",
                 state})
                .exit_code == 0);
  }
  Ended judge(std::vector<std::string> more) const {
    more.insert(more.begin(), {"judge", state, "--ciio", "no", "--as-of", "2026-06-01"});
    return run(more);
  }
  TemporaryFolder folder;
  std::string state;
};

}  // namespace

TEST_CASE("a field that is left out lightens the verdict, and the report says so", "[what-if]") {
  const Data data;
  CHECK(data.judge({"--lang", "en"}).exit_code == 1);
  const Ended without =
      data.judge({"--without", "$.诊断", "--without", "$.会员积分", "--lang", "en"});
  CHECK(without.exit_code == 0);
  CHECK_THAT(without.out, Catch::Contains("judged as if $.诊断 were not exported") &&
                              Catch::Contains("judged as if $.会员积分 were not exported"));
  CHECK_THAT(data.judge({"--without", "$.诊断", "--lang", "zh"}).out,
             Catch::Contains("按字段 $.诊断 不出境判定"));
  CHECK(data.judge({"--without", "$.没有"}).exit_code == 2);
}

TEST_CASE("one call tries every scenario of every list beside the national rules", "[what-if]") {
  const Data data;
  const Ended text = data.judge({"--matrix", "--lang", "en"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Catch::Contains("national rules") && Catch::Contains("retail.membership") &&
                           Catch::Contains("hainan/2024") && !Catch::Contains("beijing/2024"));
  CHECK_THAT(text.out, !Catch::Contains("--without") && !Catch::Contains("could be read"));
  CHECK_THAT(data.judge({"--matrix", "--lang", "zh"}).out,
             Catch::Contains("国家规定") && Catch::Contains("备案 … 数据出境安全评估"));
  const auto json =
      parse_json(data.judge({"--matrix", "--list", "beijing/2025", "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK(*json->find("schema")->as_string() == "kouan.matrix/1");
  CHECK(*json->find("as_of")->as_string() == "2026-06-01");
  CHECK(*json->find("complete")->as_bool());
  CHECK(json->find("without")->as_array()->empty());
  CHECK(*json->find("national")->find("outcome")->as_string() == "contract_or_certification");
  REQUIRE(json->find("lists")->as_array()->size() == 1);
  CHECK(*json->find("lists")->as_array()->front().find("completeness")->find("en")->as_string() ==
        "9 of 67 scenarios, 9 of 612 fields");
  const auto& cells = *json->find("cells")->as_array();
  REQUIRE(cells.size() == 9);
  const Json& membership = cells.back();
  CHECK(*membership.find("scenario")->as_string() == "retail.membership");
  std::uint64_t matching = 0, of = 0;
  REQUIRE(
      (membership.find("matching")->as_integer(matching) && membership.find("of")->as_integer(of)));
  CHECK(matching == 4);
  CHECK(of == 7);
  CHECK(*membership.find("outcome")->as_string() == "undetermined");
  CHECK(*membership.find("at_least")->as_string() == "filing");
  CHECK_FALSE(*membership.find("covered")->as_bool());
  CHECK(*membership.find("in_force")->as_bool());
}

TEST_CASE("the matrix takes lists, facts and fields left out together", "[what-if]") {
  const Data data;
  const std::string profile = data.folder.write(
      "p.yaml",
      "handler: {registered_in: [beijing-ftz]}\n"
      "scenarios: [{id: retail.membership}]\n");  // of no weight: each is tried alone
  const std::vector<std::string> call = {"--matrix",     "--without",    "$.诊断",
                                         "--list",       "beijing/2024", "--list",
                                         "beijing/2025", "--profile",    profile};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), call.begin(), call.end());
    return data.judge(more).out;
  };
  const auto json = parse_json(with({"--format", "json"}));
  REQUIRE(json.has_value());
  CHECK(*json->find("national")->find("outcome")->as_string() == "none");
  REQUIRE(json->find("without")->as_array()->size() == 1);
  CHECK(*json->find("without")->as_array()->front().as_string() == "$.诊断");
  const auto& cells = *json->find("cells")->as_array();
  REQUIRE(cells.size() == 18);
  CHECK(*cells.front().find("list")->as_string() == "beijing/2024");
  CHECK_FALSE(*cells.front().find("in_force")->as_bool());
  CHECK(*cells.back().find("in_force")->as_bool());
  CHECK(*cells.back().find("covered")->as_bool());
  CHECK_THAT(with({"--lang", "en"}), Catch::Contains("Tried as if $.诊断 were not exported") &&
                                         Catch::Contains("not in force"));
}

TEST_CASE("the matrix refuses what it cannot keep to", "[what-if]") {
  const Data data;
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"--scenario", "retail.membership"},
                                             {"--list", "beijing/2042"},
                                             {"--without", "$.没有"},
                                             {"--as-of", "2026-02-30"},
                                             {"--format", "csv"}}) {
    CAPTURE(more.front());
    std::vector<std::string> call = {"--matrix"};
    call.insert(call.end(), more.begin(), more.end());
    const Ended ended = run([&] {
      call.insert(call.begin(), {"judge", data.state, "--ciio", "no"});
      return call;
    }());
    CHECK(ended.exit_code == 2);
    CHECK(ended.out.empty());
    CHECK_FALSE(ended.err.empty());
  }
}

TEST_CASE("scenarios are proposed with what they would decide, and unlike ones are doubted",
          "[what-if]") {
  const Data data;
  CHECK_THAT(data.judge({"--lang", "en"}).out, Catch::Contains("beijing/2025#retail.membership") &&
                                                   Catch::Contains("declared, it would be:"));
  const Ended unlike =
      data.judge({"--list", "beijing/2025", "--scenario", "auto.ota", "--lang", "en"});
  CHECK_THAT(unlike.out, Catch::Contains("auto.ota is unlike the fields") &&
                             Catch::Contains("look like beijing/2025#retail.membership"));
  CHECK_THAT(
      data.judge({"--list", "beijing/2025", "--scenario", "retail.membership", "--lang", "zh"}).out,
      !Catch::Contains("的字段不符"));
}

TEST_CASE("a rule that only recognises is shown where it surely fits, and decides nothing",
          "[what-if]") {
  const Data data;
  for (const bool above : {false, true}) {
    CAPTURE(above);
    const std::string facts = data.folder.write(
        "p.yaml", std::string("handler: {persons_held: ") + (above ? "100001" : "100000") + "}\n");
    const Ended ended =
        data.judge({"--profile", facts, "--list", "national/vehicle-2021", "--lang", "en"});
    CHECK(ended.exit_code == 1);
    CHECK_THAT(ended.out, Catch::Contains("→ standard contract or certification"));
    CHECK((ended.out.find("the data fits rule VEH21-05") != std::string::npos) == above);
    CHECK_THAT(ended.out, !Catch::Contains("rule VEH21-01"));
  }
}

TEST_CASE("a list of another place is judged by only through an act of the handler's own one",
          "[what-if]") {
  struct Case {
    const char* note;
    std::string place, day;
    std::vector<std::string> answer;
    int exit_code;
    const char* says;
  };
  const std::string id = "beijing/2025.applied";
  const Data data;
  for (const Case& c : {
           Case{"no act is known", "hainan-ftp", "2026-06-01", {}, 1, "no act is known by which"},
           Case{"an act, nobody said",
                "shanghai",
                "2026-06-01",
                {},
                3,
                "Does the authority of the handler's own place apply list beijing/2025"},
           Case{"an act, applied",
                "shanghai",
                "2026-06-01",
                {"--answer", id + "=yes"},
                3,
                "not every row of scenario retail.membership is known"},
           Case{"an act, not applied",
                "shanghai",
                "2026-06-01",
                {"--answer", id + "=no"},
                1,
                "by list shanghai/2025 an authority may apply it"},
           Case{"no act, though applied is said",
                "hainan-ftp",
                "2026-06-01",
                {"--answer", id + "=yes"},
                1,
                "no act is known by which"},
       }) {
    CAPTURE(c.note);
    const std::string facts =
        data.folder.write("p.yaml", "handler: {ciio: no, registered_in: [" + c.place + "]}\n");
    std::vector<std::string> call = {
        "judge",        data.state,   "--profile",         facts,    "--as-of", c.day, "--list",
        "beijing/2025", "--scenario", "retail.membership", "--lang", "en"};
    call.insert(call.end(), c.answer.begin(), c.answer.end());
    const Ended ended = run(call);
    CHECK(ended.exit_code == c.exit_code);
    CHECK_THAT(ended.out, Catch::Contains(c.says));
  }
  CHECK_THAT(run({"explain", id, "--lang", "zh"}).out,
             Catch::Contains("主管部门是否对本次出境适用清单 beijing/2025"));
}

TEST_CASE("a list of which not all is known says so, with the national answer beside it",
          "[what-if]") {
  const Data data;
  const auto lists = parse_json(run({"lists", "list", "--format", "json"}).out);
  REQUIRE(lists.has_value());
  std::size_t tried = 0;
  for (const Json& summary : *lists->as_array()) {
    if (*summary.find("kind")->as_string() == "reference") continue;  // judges nothing
    const std::string id = *summary.find("id")->as_string();
    CAPTURE(id);
    ++tried;
    const auto list = parse_json(run({"lists", "show", id, "--format", "json"}).out);
    REQUIRE(list.has_value());
    const std::string place = *list->find("territory")->as_array()->front().as_string();
    const std::string from = *list->find("in_force")->find("from")->as_string();
    const std::string known = *summary.find("completeness")->as_string();
    const std::string facts =
        data.folder.write("p.yaml", "handler: {ciio: no, registered_in: [" + place + "]}\n");
    const std::vector<std::string> call = {"judge", data.state, "--list", id,      "--profile",
                                           facts,   "--as-of",  from,     "--lang"};
    const auto judged = [&](std::vector<std::string> more) {
      more.insert(more.begin(), call.begin(), call.end());
      return run(more).out;
    };
    // Nothing of it is declared: the national answer stands, and it says that it is no more.
    CHECK_THAT(judged({"en"}), Catch::Contains("list " + id + " (" + known + ") judged nothing") &&
                                   Catch::Contains("by the national rules alone"));
    CHECK_THAT(judged({"zh"}),
               Catch::Contains("未判定任何内容") && Catch::Contains("仅按国家规定"));
    std::vector<std::string> scenarios;
    for (const Json& scenario : *list->find("scenarios")->as_array()) {
      CHECK_FALSE(*scenario.find("complete")->as_bool());
      scenarios.push_back(*scenario.find("id")->as_string());
    }
    if (scenarios.empty()) scenarios.emplace_back("any");
    for (const std::string& scenario : scenarios) {
      CAPTURE(scenario);
      const std::string text = judged({"en", "--scenario", scenario});
      CHECK_THAT(text, Catch::Contains(known) &&
                           Catch::Contains("not every row of scenario " + scenario + " is known") &&
                           Catch::Contains("by the national rules alone: standard contract"));
      CHECK_THAT(text, Catch::Contains("Undetermined: at least filing"));
    }
    CHECK_THAT(judged({"zh", "--scenario", scenarios.front()}),
               Catch::Contains("的条目未全部收录") &&
                   Catch::Contains("仅按国家规定：标准合同备案或个人信息保护认证"));
  }
  CHECK(tried >= 13);
}
