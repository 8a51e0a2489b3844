#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::run;

namespace {

struct Hit {
  std::string concept_id, certainty;
  std::uint64_t begin = 0, end = 0;
};

std::vector<Hit> hits_of(const std::string& line) {
  const auto json = parse_json(line);
  REQUIRE(json.has_value());
  std::vector<Hit> hits;
  for (const Json& one : *json->find("hits")->as_array()) {
    Hit hit{*one.find("concept")->as_string(), *one.find("certainty")->as_string()};
    REQUIRE(one.find("begin")->as_integer(hit.begin));
    REQUIRE(one.find("end")->as_integer(hit.end));
    hits.push_back(hit);
  }
  return hits;
}

/// The bytes of `text` that the hits of this concept cover, in order.
std::vector<std::string> found(const std::string& text, const std::vector<Hit>& hits,
                               const std::string& concept_id) {
  std::vector<std::string> parts;
  for (const Hit& hit : hits) {
    REQUIRE(hit.begin < hit.end);
    REQUIRE(hit.end <= text.size());
    if (hit.concept_id == concept_id) parts.push_back(text.substr(hit.begin, hit.end - hit.begin));
  }
  return parts;
}

}  // namespace

TEST_CASE("every identifier of a hospital note is found where it stands", "[inspect]") {
  const std::string note =
      "患者张三，男，34岁，身份证号110101199003074610，医保卡见附件。主诉：反复头痛三天。"
      "联系电话13800138000，邮箱zhang.san@example.com；家属电话：13912345678（妻）。";
  const Ended ended = run({"inspect", "text", "-"}, note + "\n");
  REQUIRE(ended.exit_code == 0);
  const auto lines = lines_of(ended.out);
  REQUIRE(lines.size() == 1);
  const auto hits = hits_of(lines.front());
  CHECK(found(note, hits, "resident_id_number") == std::vector<std::string>{"110101199003074610"});
  CHECK(found(note, hits, "mobile_phone") ==
        std::vector<std::string>{"13800138000", "13912345678"});
  CHECK(found(note, hits, "email") == std::vector<std::string>{"zhang.san@example.com"});
  for (const Hit& hit : hits) {
    if (hit.concept_id == "resident_id_number") CHECK(hit.certainty == "sure");
    if (hit.concept_id == "mobile_phone") CHECK(hit.certainty == "likely");
  }
}

TEST_CASE("places are bytes of the text as given, whatever folding does to it", "[inspect]") {
  struct Case {
    const char* note;
    const char* text;
    const char* want;  // the bytes of the hit
    const char* concept_id;
  };
  const auto c = GENERATE(values<Case>({
      {"plain", "tel 13800138000.", "13800138000", "mobile_phone"},
      {"Chinese before and behind", "电话13800138000转告", "13800138000", "mobile_phone"},
      {"full-width digits", "电话：１３８００１３８０００。", "１３８００１３８０００",
       "mobile_phone"},
      {"full-width digits before a plain hit", "床号１２，电话13800138000", "13800138000",
       "mobile_phone"},
      {"a zero-width character inside",
       "电话138\xE2\x80\x8B"
       "00138000。",
       "138\xE2\x80\x8B"
       "00138000",
       "mobile_phone"},
      {"a zero-width character behind", "电话13800138000\xE2\x80\x8B。", "13800138000",
       "mobile_phone"},
      {"blanks before a text that is all hit", "  13800138000 ", "13800138000", "mobile_phone"},
      {"an address after full-width letters", "ＡＢＣ：a.b@example.com", "a.b@example.com",
       "email"},
  }));
  CAPTURE(c.note);
  const std::string text = c.text;
  const Ended ended = run({"inspect", "text", "-"}, text + "\n");
  REQUIRE(ended.exit_code == 0);
  CHECK(found(text, hits_of(ended.out), c.concept_id) == std::vector<std::string>{c.want});
}

TEST_CASE("a line is a text or a JSON object with one, and every line has its answer",
          "[inspect]") {
  const std::string input =
      "call 13800138000\n"
      "\n"
      R"({"id": "a", "text": "电话\n13800138000", "score": 0.5})"
      "\n"
      R"({"text": 5, "more": "13800138000"})"
      "\r\n"
      R"({"inner": {"text": "13800138000"}})"
      "\n"
      "no identifier here";
  const Ended ended = run({"inspect", "text", "-"}, input);
  REQUIRE(ended.exit_code == 0);
  const auto lines = lines_of(ended.out);
  REQUIRE(lines.size() == 6);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::uint64_t number = 0;
    REQUIRE(parse_json(lines[i])->find("line")->as_integer(number));
    CHECK(number == i + 1);
  }
  CHECK(found("call 13800138000", hits_of(lines[0]), "mobile_phone").size() == 1);
  CHECK(hits_of(lines[1]).empty());
  const std::string decoded = "电话\n13800138000";
  CHECK(found(decoded, hits_of(lines[2]), "mobile_phone") ==
        std::vector<std::string>{"13800138000"});
  // Not an object with a text: the line itself is looked at, so nothing is passed over.
  CHECK(hits_of(lines[3]).size() == 1);
  CHECK(hits_of(lines[4]).size() == 1);
  CHECK(hits_of(lines[5]).empty());
}

TEST_CASE("texts given as arguments are answered in words, masked, in the asked language",
          "[inspect]") {
  const std::string text = "电话13800138000";
  const Ended english = run({"inspect", "text", text, "--lang", "en"});
  CHECK(english.exit_code == 0);
  CHECK_THAT(english.out, Catch::Contains("6-17") && Catch::Contains("mobile phone number") &&
                              Catch::Contains("138****8000"));
  const Ended chinese = run({"inspect", "text", text, "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("手机号") && Catch::Contains("很可能"));
  for (const Ended* one : {&english, &chinese}) {
    CHECK_THAT(one->out + one->err, !Catch::Contains("13800138000"));
  }
  const Ended json = run({"inspect", "text", text, "--format", "json"});
  CHECK(hits_of(json.out).size() == 1);
}

TEST_CASE("a wrong command line of inspect is exit code 2", "[inspect]") {
  CHECK(run({"inspect"}).exit_code == 2);
  CHECK(run({"inspect", "text"}).exit_code == 2);
  CHECK(run({"inspect", "nothing", "-"}).exit_code == 2);
  CHECK(run({"inspect", "text", "a", "--format", "html"}).exit_code == 2);
  CHECK(run({"inspect", "text", "a", "--detectors", "/nowhere/rules.yaml"}).exit_code == 2);
}
