#include <filesystem>

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

/// Two states of made-up people, 20 and 60, and two texts of one list with the figures 50 and 10.
struct Data {
  Data() {
    std::filesystem::create_directories(folder.path("states/deep"));
    key = folder.path("person.key");
    REQUIRE(run({"key", "new", key}).exit_code == 0);
    scan(20, "states/small.state");
    scan(60, "states/deep/large.state");
    std::string list = read_file(std::string(KOUAN_SOURCE_DIR) + "/rules/lists/beijing/2024.yaml");
    old_list = folder.write("old.yaml", with_figure(list, "50"));
    new_list = folder.write("new.yaml", with_figure(list, "10"));
  }

  static std::string with_figure(std::string list, const std::string& figure) {
    const std::string size = "metric: group_size, population: any, at_least: 100000,";
    REQUIRE(list.find(size) != std::string::npos);
    return list.replace(list.find(size), size.size(),
                        "metric: exported, population: any, at_least: " + figure + ",");
  }

  void scan(int persons, const std::string& name) const {
    std::string text;
    for (int person = 0; person < persons; ++person) {
      const std::string digits = std::to_string(1000 + person);
      text += R"({"patient":{"name":"样例)" + digits + R"(","phone":"1380000)" + digits +
              R"(","medical_record_no":"BL)" + digits + "\"}}\n";
    }
    const std::string data = folder.write("data.ndjson", text);
    const Ended ended = run({"scan", data, "--key-file", key, "-o", folder.path(name)});
    CAPTURE(ended.err);
    REQUIRE(ended.exit_code == 0);
  }

  std::vector<std::string> diff(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {
        "lists",  "diff", old_list,  new_list,    "--scenario", "pharma.treatment",
        "--ciio", "no",   "--as-of", "2026-06-01"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  TemporaryFolder folder;
  std::string key, old_list, new_list;
};

}  // namespace

TEST_CASE("with states, a difference of editions says whose verdicts change, by clause",
          "[lists]") {
  const Data data;
  data.folder.write("states/kouan.yaml", "handler: {registered_in: [beijing-ftz]}\n");
  std::filesystem::copy(data.folder.path("states/kouan.yaml"),
                        data.folder.path("states/deep/kouan.yaml"));
  const auto words = data.diff({"--state", data.folder.path("states")});
  auto english = words;
  english.insert(english.end(), {"--lang", "en"});
  const Ended ended = run(english);
  CHECK(ended.exit_code == 0);
  CHECK_THAT(ended.out, Catch::Contains("small.state") && Catch::Contains("large.state") &&
                            Catch::Contains("By clause") && Catch::Contains("BJ24-PHARMA-01") &&
                            Catch::Contains("does not apply → applies: security assessment") &&
                            Catch::Contains("2 states judged, 1 verdicts change, 0 could not be "
                                            "judged, 2 files ignored"));
  auto chinese = words;
  chinese.insert(chinese.end(), {"--lang", "zh"});
  CHECK_THAT(run(chinese).out,
             Catch::Contains("按条款") && Catch::Contains("不适用 → 适用：数据出境安全评估") &&
                 Catch::Contains("已判定 2 份，判定变化 1 份，无法判定 0 份，忽略 2 份"));

  auto as_json = words;
  as_json.insert(as_json.end(), {"--format", "json"});
  const auto json = parse_json(run(as_json).out);
  REQUIRE(json.has_value());
  const Json* const verdicts = json->find("verdicts");
  REQUIRE(verdicts != nullptr);
  const auto& states = *verdicts->find("states")->as_array();
  REQUIRE(states.size() == 2);
  CHECK(*states[0].find("change")->as_string() == "same");
  CHECK(*states[1].find("change")->as_string() == "tightened");
  CHECK(*states[1].find("after")->find("outcome")->as_string() == "security_assessment");
  const Json& clause = verdicts->find("clauses")->as_array()->front();
  CHECK(*clause.find("id")->as_string() == "BJ24-PHARMA-01");
  CHECK(clause.find("states")->as_array()->size() == 1);
  CHECK_FALSE(json->find("rows")->as_array()->empty());
}

TEST_CASE("states that cannot be read are counted and said, and the others are judged", "[lists]") {
  const Data data;
  const std::string broken = data.folder.write(
      "states/broken.state", read_file(data.folder.path("states/small.state")).substr(0, 300));
  const Ended some = run(data.diff({"--state", data.folder.path("states"), "--state",
                                    data.folder.path("none.state"), "--lang", "en"}));
  CHECK(some.exit_code == 1);
  CHECK_THAT(some.out, Catch::Contains("Could not be judged") && Catch::Contains("broken.state") &&
                           Catch::Contains("none.state") &&
                           Catch::Contains("2 states judged, 0 verdicts change, 2 could not"));
  const Ended none = run(data.diff({"--state", broken, "--lang", "zh"}));
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.out, Catch::Contains("无法判定 1 份"));
}

TEST_CASE("slips in facts given by flag, and folders without states, stop the comparison",
          "[lists]") {
  const Data data;
  std::filesystem::create_directories(data.folder.path("empty"));
  const std::string state = data.folder.path("states/small.state");
  const std::vector<std::vector<std::string>> wrong = {
      {"--state", data.folder.path("empty")},
      {"--state", state, "--answer", "no-sign"},
      {"--state", state, "--as-of", "2026-13-01"},
      {"--state", state, "--scenario", "pharma.treatmnt"},
  };
  for (const auto& words : wrong) {
    CAPTURE(words.back());
    const Ended ended = run(data.diff(words));
    CHECK(ended.exit_code == 2);
    CHECK_FALSE((ended.out + ended.err).empty());
  }
}
