/// \file
/// Identifiers in disguise: every positive case through every trick, and harmless values through
/// the same tricks. Share of hits that survive, and of hits that the tricks make up.

#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"
#include "e2e/program.hpp"
#include "evasion/harmless.hpp"
#include "evasion/tricks.hpp"

namespace kouan {
namespace {

using nlohmann::json;

struct Positive {
  std::string concept_id;
  std::string value;
};

std::vector<Positive> positives() {
  std::vector<Positive> all = {{"resident_id_number", "11010119900307002X"},
                               {"resident_id_number", "810000199001010019"},
                               {"foreign_resident_id", "911840198506150011"},
                               {"mobile_phone", "19912345678"},
                               {"bank_card_number", "6221260000000000001"},
                               {"bank_card_number", "6217000000000006"},
                               {"uscc", "91110000600037341L"},
                               {"vin", "LDC613P23A1305189"},
                               {"email", "zhang.san@example.com"},
                               {"iban", "DE89370400440532013000"},
                               {"container_number", "CSQU3054383"},
                               {"mac_address", "02:47:56:BB:C1:60"},
                               {"drug_approval_number", "国药准字H20180001"}};
  for (std::uint64_t i = 0; i < 40; ++i) {
    all.push_back({"resident_id_number", e2e::resident_id(i * 7'919)});
    all.push_back({"mobile_phone", e2e::mobile(i * 104'729)});
    all.push_back({"bank_card_number", e2e::bank_card(i * 1'299'709)});
  }
  return all;
}

/// Answers of `inspect text -`, a line a text.
std::vector<json> inspect(const std::vector<std::string>& texts) {
  std::string input;
  for (const std::string& text : texts) input += json{{"text", text}}.dump() + "\n";
  const auto ended = e2e::kouan({"inspect", "text", "-"}, input);
  REQUIRE(ended.exit_code == 0);
  std::vector<json> answers;
  for (std::size_t at = 0; at < ended.out.size();) {
    const std::size_t end = ended.out.find('\n', at);
    answers.push_back(json::parse(ended.out.substr(at, end - at)));
    at = end + 1;
  }
  REQUIRE(answers.size() == texts.size());
  return answers;
}

bool finds(const json& answer, const std::string& concept_id) {
  for (const auto& hit : answer["hits"]) {
    if (hit["concept"] == concept_id) return true;
  }
  return false;
}

struct Played {
  const test::Trick* trick;
  std::string concept_id, text;
};

/// Each positive case through each trick that can be played on it, bare and in a sentence.
std::vector<Played> played_cases() {
  std::vector<Played> all;
  for (const Positive& positive : positives()) {
    for (const test::Trick& trick : test::tricks()) {
      if (trick.on == test::Trick::On::digits && !test::is_number(positive.value)) continue;
      const std::string written = trick.rewrite(positive.value);
      all.push_back({&trick, positive.concept_id, written});
      if (!trick.whole)
        all.push_back({&trick, positive.concept_id, "备注：" + written + "，请核对"});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("98 of 100 identifiers in disguise are found", "[evasion]") {
  const std::vector<Played> cases = played_cases();
  std::vector<std::string> texts;
  for (const Played& one : cases) texts.push_back(one.text);
  const std::vector<json> answers = inspect(texts);
  std::map<std::string, std::pair<std::size_t, std::size_t>> of_trick;  // found, played
  std::size_t found = 0;
  std::string lost;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const bool hit = finds(answers[i], cases[i].concept_id);
    auto& [hits, played] = of_trick[cases[i].trick->name];
    ++played;
    hits += hit ? 1 : 0;
    found += hit ? 1 : 0;
    if (!hit) lost += "\n" + std::string(cases[i].trick->name) + ": " + cases[i].text;
  }
  CAPTURE(lost);
  CHECK(cases.size() > 6'000);
  CHECK(found * 1'000 >= cases.size() * 980);
  for (const auto& [name, counts] : of_trick) {
    CAPTURE(name, counts.first, counts.second);
    CHECK(counts.first * 10 >= counts.second * 9);  // no trick is an open door
  }
}

TEST_CASE("harmless values in disguise are hardly ever taken for identifiers", "[evasion]") {
  std::mt19937_64 random(20261124);
  std::vector<std::string> texts;
  for (int round = 0; round < 4; ++round) {
    for (const test::HarmlessField& field : test::harmless_fields()) {
      const std::string value = field.make(random);
      if (!inspect({value})[0]["hits"].empty()) continue;  // a number that is one by chance
      for (const test::Trick& trick : test::tricks()) {
        if (trick.on == test::Trick::On::digits && !test::is_number(value)) continue;
        texts.push_back(trick.rewrite(value));
        if (!trick.whole) texts.push_back("备注：" + texts.back() + "，请核对");
      }
    }
  }
  std::size_t made_up = 0;
  std::string invented;
  const std::vector<json> answers = inspect(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (answers[i]["hits"].empty()) continue;
    ++made_up;
    invented += "\n" + texts[i] + " -> " + answers[i]["hits"].dump();
  }
  CAPTURE(invented);
  CHECK(texts.size() > 5'000);
  CHECK(made_up * 1'000 <= texts.size());
}

TEST_CASE("ordinary fields are nobody's", "[evasion]") {
  std::mt19937_64 random(20261125);
  const auto& fields = test::harmless_fields();
  REQUIRE(fields.size() >= 50);
  std::string content;
  for (int i = 0; i < 2'000; ++i) {
    json record;
    for (const test::HarmlessField& field : fields) record[field.name] = field.make(random);
    content += record.dump() + "\n";
  }
  const e2e::Checked checked = e2e::check_content(content, {"--ciio", "no"});
  REQUIRE(checked.report.is_object());
  std::size_t likely = 0;
  std::string called;
  for (const auto& field : checked.report["fields"]) {
    called += "\n" + field["path"].get<std::string>() + " " + field["concept"].get<std::string>() +
              " " + field["certainty"].get<std::string>();
    const bool personal = field["class"] == "personal" || field["class"] == "sensitive";
    if (!personal || field["certainty"] == "possible") continue;
    CAPTURE(field.dump());
    CHECK(field["certainty"] != "sure");
    ++likely;
  }
  CAPTURE(called);
  CHECK(likely * 100 <= fields.size());
  CHECK(checked.lower() == 0);
}

}  // namespace kouan
