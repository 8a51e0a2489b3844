#include <catch2/catch.hpp>

#include <kouan/gap_reason.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::run;

TEST_CASE("every kind of id is explained in both languages", "[explain]") {
  struct Case {
    const char* note;
    const char* id;
    const char* zh;
    const char* en;
  };
  const auto c = GENERATE(values<Case>({
      {"a row of the national table", "N22-01", "重要数据", "important data"},
      {"a row of a list", "BJ24-AUTO-01", "OTA", "security_assessment"},
      {"the same in small letters", "bj24-auto-01", "OTA", "security_assessment"},
      {"a clause", "《数据出境安全评估办法》第四条第（二）项", "N22-02", "N22-03"},
      {"an exemption", "5(1)", "豁免情形", "exemption"},
      {"a list", "beijing/2024", "9/198", "9 of 198 fields"},
      {"a scenario", "retail.membership", "会员管理", "membership management"},
      {"a concept", "mobile_phone", "手机号", "mobile phone number"},
      {"a detector", "resident_id", "GB 11643", "checksum"},
      {"a question", "filed_with_miit", "工业和信息化部", "--answer filed_with_miit=yes|no"},
      {"a question that some columns raise", "human_genetic_resources", "必问：基因", "gene_data"},
      {"a special regime", "NSR-04", "其他法律规定的路径", "the route of another law"},
      {"a question of the program", "ciio", "关键信息基础设施", "--ciio"},
      {"a reason of a gap", "truncated", "缺失", "nobody can say"},
      {"an outcome", "filing", "备案", "free once filed"},
      {"an exit code", "3", "未定", "undetermined"},
  }));
  CAPTURE(c.note);
  const Ended chinese = run({"explain", c.id, "--lang", "zh"});
  CHECK(chinese.exit_code == 0);
  CHECK_THAT(chinese.out, Catch::Contains(c.zh));
  const Ended english = run({"explain", c.id, "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out, Catch::Contains(c.en));
}

TEST_CASE("a row is explained with its clause, condition and source", "[explain]") {
  const Ended ended = run({"explain", "N22-04", "--lang", "en"});
  REQUIRE(ended.exit_code == 0);
  CHECK_THAT(ended.out, Catch::Contains("art. 4(3)") && Catch::Contains("100,000") &&
                            Catch::Contains("inclusive") && Catch::Contains("https://"));
}

TEST_CASE("an id that nothing has is exit code 2, with the one that was meant", "[explain]") {
  const Ended near = run({"explain", "mobile_phon", "--lang", "en"});
  CHECK(near.exit_code == 2);
  CHECK(near.out.empty());
  CHECK_THAT(near.err, Catch::Contains("did you mean 'mobile_phone'"));
  CHECK(run({"explain", "N22-99x-nothing-like-it"}).exit_code == 2);
  CHECK(run({"explain"}).exit_code == 2);
  // One unknown id among known ones: nothing is answered as if all were.
  const Ended mixed = run({"explain", "mobile_phone", "nothing at all"});
  CHECK(mixed.exit_code == 2);
  CHECK(mixed.out.empty());
}

TEST_CASE("explanations for programs hold both languages", "[explain]") {
  const Ended ended = run({"explain", "mobile_phone", "--format", "json"});
  REQUIRE(ended.exit_code == 0);
  const auto json = parse_json(ended.out);
  REQUIRE(json.has_value());
  REQUIRE_FALSE(json->as_array()->empty());
  const auto& first = json->as_array()->front();
  CHECK(*first.find("kind")->as_string() == "concept");
  CHECK(*first.find("title")->find("zh")->as_string() == "手机号");
  CHECK_FALSE(first.find("facts")->as_array()->empty());
}

TEST_CASE("an option that may be repeated takes one value each time", "[explain]") {
  const Ended ended = run({"explain", "--format", "json", "mobile_phone"});
  CHECK(ended.exit_code == 0);
  CHECK(parse_json(ended.out).has_value());
  const kouan::test::TemporaryFolder folder;
  const std::string data = folder.write("data.ndjson", "{\"a\": 1}\n");
  const Ended check = run({"check", "--ciio", "no", "--format", "json", data});
  CHECK(check.exit_code != 2);
  CHECK(parse_json(check.out).has_value());
}

TEST_CASE("every reason of a gap is explained, and what to do about it", "[explain]") {
  for (const std::string_view reason : kouan::gap_reason::all) {
    CAPTURE(reason);
    const Ended ended = run({"explain", std::string(reason), "--lang", "zh"});
    CHECK(ended.exit_code == 0);
    CHECK_THAT(ended.out, Catch::Contains("处理"));
  }
}
