#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::run;
using kouan::test::TemporaryFolder;

namespace {

const Json& only_hit(const Json& answer) {
  const auto* hits = answer.find("hits")->as_array();
  REQUIRE(hits->size() == 1);
  return hits->front();
}

}  // namespace

TEST_CASE("a value is named, weighed and masked, and never shown", "[inspect]") {
  struct Case {
    const char* note;
    const char* value;
    const char* concept_id;
    const char* strength;
    bool whole;
  };
  const auto c = GENERATE(values<Case>({
      {"a resident ID", "110101199003074610", "resident_id_number", "strong", true},
      {"a mobile number", "13800138000", "mobile_phone", "medium", true},
      {"full-width digits", "１３８００１３８０００", "mobile_phone", "medium", true},
      {"an e-mail address", "wang.wu@example.com", "email", "medium", true},
      {"part of a text", "电话13800138000", "mobile_phone", "medium", false},
  }));
  CAPTURE(c.note);
  const std::string value = c.value;
  for (const Ended& ended : {run({"inspect", "value", "-"}, value + "\n"),
                             run({"inspect", "value", "--format", "json", value})}) {
    REQUIRE(ended.exit_code == 0);
    const auto answer = parse_json(lines_of(ended.out).at(0));
    REQUIRE(answer.has_value());
    const Json& hit = only_hit(*answer);
    CHECK(*hit.find("concept")->as_string() == c.concept_id);
    CHECK(*hit.find("strength")->as_string() == c.strength);
    CHECK(*hit.find("whole")->as_bool() == c.whole);
    CHECK(hit.find("masked")->as_string()->find('*') != std::string::npos);
    CHECK(hit.find("canonical")->as_string()->find('*') != std::string::npos);
  }
}

TEST_CASE("no raw value leaves inspect value, in any form or language", "[inspect]") {
  const std::vector<std::string> planted = {"110101199003074610", "13800138000",
                                            "wang.wu@example.com", "6217000000000000006",
                                            "nobody knows this one"};
  std::vector<std::vector<std::string>> forms = {
      {"--lang", "en"}, {"--lang", "zh"}, {"--format", "json"}};
  for (const auto& form : forms) {
    std::vector<std::string> arguments = {"inspect", "value"};
    arguments.insert(arguments.end(), form.begin(), form.end());
    arguments.insert(arguments.end(), planted.begin(), planted.end());
    const Ended ended = run(arguments);
    CHECK(ended.exit_code == 0);
    CHECK_FALSE(ended.out.empty());
    for (const auto& value : planted) {
      CAPTURE(form.back());
      CHECK_THAT(ended.out + ended.err, !Catch::Contains(value));
    }
  }
  std::string input;
  for (const auto& value : planted) input += value + "\n";
  const Ended streamed = run({"inspect", "value", "-"}, input);
  CHECK(lines_of(streamed.out).size() == planted.size());
  for (const auto& value : planted) CHECK_THAT(streamed.out, !Catch::Contains(value));
}

TEST_CASE("a weak shape counts only where the name of the field says so", "[inspect]") {
  const Ended alone = run({"inspect", "value", "-"}, "1\n");
  CHECK(parse_json(alone.out)->find("hits")->as_array()->empty());
  const Ended named = run({"inspect", "value", "-", "--name", "gender"}, "男\n");
  CHECK(*only_hit(*parse_json(named.out)).find("concept")->as_string() == "gender");
}

TEST_CASE("detectors of one's own are asked too", "[inspect]") {
  const std::string rules =
      std::string(KOUAN_SOURCE_DIR) + "/samples/custom-rules/rules/badge.yaml";
  const Ended ended = run({"inspect", "value", "-", "--detectors", rules}, "GX-000123\nGX-12\n");
  REQUIRE(ended.exit_code == 0);
  const auto lines = lines_of(ended.out);
  const auto first = parse_json(lines.at(0));
  const Json& hit = only_hit(*first);
  CHECK(*hit.find("rule")->as_string() == "staff-badge");
  CHECK(*hit.find("concept")->as_string() == "employee_number");
  CHECK(parse_json(lines.at(1))->find("hits")->as_array()->empty());
}
