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
  const auto json =
      parse_json(data.judge({"--matrix", "--list", "beijing/2025", "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK(*json->find("national")->find("outcome")->as_string() == "contract_or_certification");
  CHECK(json->find("cells")->as_array()->size() == 9);
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

TEST_CASE("a list of which little is known says so, with the national answer beside it",
          "[what-if]") {
  const Data data;
  struct Case {
    const char* list;
    const char* scenario;
    const char* place;
  };
  for (const Case& c :
       {Case{"tianjin/2024", "any", "tianjin-ftz"}, Case{"hainan/2024", "any", "hainan-ftp"},
        Case{"zhejiang/2024", "clearing.benefits", "zhejiang-ftz"},
        Case{"guangxi/2025", "any", "guangxi-ftz"}, Case{"jiangsu/2025", "any", "jiangsu-ftz"},
        Case{"chongqing/2025", "any", "chongqing-ftz"}, Case{"fujian/2025", "any", "fujian-ftz"},
        Case{"guangdong/2025", "any", "guangdong-ftz"}, Case{"shanghai/2025", "any", "shanghai"}}) {
    CAPTURE(c.list);
    const std::string profile =
        data.folder.write("p.yaml", "handler: {registered_in: [" + std::string(c.place) + "]}\n");
    const std::vector<std::string> facts = {"--list", c.list, "--profile", profile, "--lang", "en"};
    std::vector<std::string> declared = facts;
    declared.insert(declared.end(), {"--scenario", c.scenario});
    const Ended ended = data.judge(declared);
    CHECK(ended.exit_code == 3);
    CHECK_THAT(ended.out, Catch::Contains("not every row of scenario") &&
                              Catch::Contains("by the national rules alone: standard contract"));
    CHECK_THAT(data.judge(facts).out, Catch::Contains("judged nothing"));
  }
}
