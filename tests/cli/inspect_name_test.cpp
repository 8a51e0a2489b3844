#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::run;

TEST_CASE("a name on a line gives its concept, how sure that is, and why", "[inspect]") {
  struct Case {
    const char* note;
    const char* line;
    const char* name;        // as the answer repeats it
    const char* concept_id;  // "": none
  };
  const auto c = GENERATE(values<Case>({
      {"English", "mobile_phone", "mobile_phone", "mobile_phone"},
      {"Chinese", "身份证号", "身份证号", "resident_id_number"},
      {"pinyin initials", "sfzh", "sfzh", "resident_id_number"},
      {"a path of a report", "$.members[*].mobilePhone", "$.members[*].mobilePhone",
       "mobile_phone"},
      {"the elements of a named list", "$.phones[*]", "$.phones[*]", "mobile_phone"},
      {"table and column", "t_user.mobile_phone", "t_user.mobile_phone", "mobile_phone"},
      {"the comment says it", "c17\t手机号", "c17", "mobile_phone"},
      {"something about it", "phone_type", "phone_type", ""},
      {"nothing", "qqwxzv", "qqwxzv", ""},
      {"an empty line", "", "", ""},
  }));
  CAPTURE(c.note);
  const Ended ended = run({"inspect", "name", "-"}, std::string(c.line) + "\n");
  REQUIRE(ended.exit_code == 0);
  const auto answer = parse_json(ended.out);
  REQUIRE(answer.has_value());
  CHECK(*answer->find("name")->as_string() == c.name);
  REQUIRE(answer->find("why") != nullptr);
  if (*c.concept_id == '\0') {
    CHECK(answer->find("concept")->is_null());
    CHECK(*answer->find("certainty")->as_string() == "none");
  } else {
    REQUIRE(answer->find("concept")->as_string() != nullptr);
    CHECK(*answer->find("concept")->as_string() == c.concept_id);
    CHECK(*answer->find("certainty")->as_string() != "none");
    CHECK_FALSE(answer->find("why")->as_string()->empty());
  }
}

TEST_CASE("names given as arguments are answered in words", "[inspect]") {
  const Ended english = run({"inspect", "name", "sfzh", "qqwxzv", "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out,
             Catch::Contains("resident identity number") && Catch::Contains("not recognised"));
  const Ended chinese = run({"inspect", "name", "sfzh", "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("居民身份证号"));
}

TEST_CASE("a name that would drive a terminal does not reach it", "[inspect]") {
  const Ended ended = run({"inspect", "name", "phone\x1B[31m", "--lang", "en"});
  CHECK(ended.exit_code == 0);
  CHECK(ended.out.find('\x1B') == std::string::npos);
}
