// How values are found: duplicate and escaped keys, keys that are data, numbers as text, JSON
// inside strings, other widths and other shapes of files.

#include <algorithm>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

bool is_phone(const Checked& checked, const std::string& path) {
  return checked.field(path, "mobile_phone").is_object();
}

std::string wide(const std::string& digits) {
  std::string text;
  for (const char digit : digits) {
    text += "\xef\xbc";
    text += static_cast<char>('\x90' + (digit - '0'));
  }
  return text;
}

}  // namespace

TEST_CASE("a key that stands twice is visited twice", "[e2e][walk]") {
  const Checked checked = check_content(
      R"({"phone":")" + mobile(0) + R"(","phone":")" + mobile(1) + "\"}\n", {"--ciio", "no"});
  CHECK(checked.field("$.phone")["records"] == 2);
  CHECK(checked.field("$.phone")["distinct"] == 2);
}

TEST_CASE("an escaped key is the key it spells", "[e2e][walk]") {
  const Checked checked =
      check_content(R"({"\u0070hone":")" + mobile(0) + "\"}\n{\"phone\":\"" + mobile(1) + "\"}\n" +
                        R"({"\u624b\u673a\u53f7":")" + mobile(2) + "\"}\n",
                    {"--ciio", "no"});
  CHECK(checked.field("$.phone")["records"] == 2);
  CHECK(is_phone(checked, "$.手机号"));
  CHECK(checked.lower() == 3);
}

TEST_CASE("numbers are read as their text", "[e2e][walk]") {
  const Checked checked = check_content(
      R"({"phone":)" + mobile(0) + "}\n{\"phone\":\"" + mobile(0) + "\"}\n", {"--ciio", "no"});
  CHECK(is_phone(checked, "$.phone"));
  CHECK(checked.lower() == 1);
  CHECK(checked.upper() == 1);
}

TEST_CASE("a number that lost its digits is uncertain, and the report says so", "[e2e][walk]") {
  std::string text = "{\"手机号\":1.38001e10}\n{\"手机号\":1.38002e10}\n";
  for (std::uint64_t index = 0; index < 18; ++index) {
    text += "{\"手机号\":\"" + mobile(index) + "\"}\n";
  }
  const Folder folder;
  const std::string data = folder.write("data.ndjson", text);
  const Checked checked = check({data, "--ciio", "no"});
  CHECK(checked.lower() == 18);
  CHECK(checked.upper() == 20);
  CHECK(contains(kouan({"check", data, "--ciio", "no", "--lang", "en"}).out, "digits lost"));
}

TEST_CASE("resident IDs that were saved as floats are found and not counted as certain",
          "[e2e][walk]") {
  const Checked checked = check_content("{\"sfzh\":1.10105199003078e17}\n", {"--ciio", "no"});
  CHECK(checked.field("$.sfzh", "resident_id_number").is_object());
  CHECK(checked.upper() == 1);
}

TEST_CASE("digits of full width are digits", "[e2e][walk]") {
  const Checked checked =
      check_content("{\"phone\":\"" + wide(mobile(0)) + "\"}\n{\"phone\":\"" + mobile(0) + "\"}\n",
                    {"--ciio", "no"});
  CHECK(checked.lower() == 1);
  CHECK(checked.upper() == 1);
  CHECK(checked.field("$.phone")["match_per_million"] == 1'000'000);
}

TEST_CASE("a phone is the same with country code, blanks or hyphens", "[e2e][walk]") {
  const std::string number = mobile(0);
  const std::string parted =
      number.substr(0, 3) + "-" + number.substr(3, 4) + "-" + number.substr(7);
  const Checked checked = check_content("{\"phone\":\"+86 " + number + "\"}\n{\"phone\":\"" +
                                            parted + "\"}\n{\"phone\":\"" + number + "\"}\n",
                                        {"--ciio", "no"});
  CHECK(checked.upper() == 1);
}

TEST_CASE("keys that are data become a star, and are counted", "[e2e][walk]") {
  std::string record = "{\"contacts\":{";
  for (std::uint64_t index = 0; index < 5; ++index) {
    record += (index == 0 ? "\"" : ",\"") + mobile(index) + R"(":{"level":1})";
  }
  const Checked checked = check_content(record + "}}\n", {"--ciio", "no"});
  CHECK_FALSE(contains(checked.report.dump(), mobile(0)));
  const auto paths = checked.paths();
  CHECK(std::any_of(paths.begin(), paths.end(),
                    [](const auto& path) { return contains(path, "$.contacts.*"); }));
  CHECK(checked.upper() == 5);
}

TEST_CASE("persons that a map holds by their ID are persons each", "[e2e][walk]") {
  std::string record = "{";
  for (std::uint64_t index = 0; index < 50; ++index) {
    record += (index == 0 ? "\"" : ",\"") + resident_id(index) + R"(":{"name":"张三丰"})";
  }
  const Checked checked = check_content(record + "}\n", {"--ciio", "no"});
  CHECK(checked.lower() == 50);
  CHECK(checked.upper() == 50);
}

TEST_CASE("more keys than an object may have fall together, and nothing is lost", "[e2e][walk]") {
  std::string record;
  for (std::uint64_t index = 0; index < 2'000; ++index) {
    record += (index == 0 ? "{\"field" : ",\"field") + std::to_string(index) + "\":\"" +
              mobile(index) + "\"";
  }
  const Checked checked = check_content(record + "}\n", {"--ciio", "no"});
  REQUIRE(checked.report.is_object());
  std::uint64_t values = 0;
  for (const auto& field : checked.report["fields"]) {
    if (field["concept"] == "mobile_phone") values += field["records"].get<std::uint64_t>();
  }
  CHECK(values == 2'000);
}

TEST_CASE("JSON inside a string is opened", "[e2e][walk]") {
  const nlohmann::json inner = {{"phone", mobile(0)}};
  const nlohmann::json outer = {{"payload", inner.dump()}};
  const Checked checked = check_content(outer.dump() + "\n", {"--ciio", "no"});
  CHECK(is_phone(checked, "$.payload|json.phone"));
  CHECK(checked.lower() == 1);
}

/// JSON in a string of JSON, and so on.
nlohmann::json wrapped(int levels) {
  nlohmann::json record = {{"phone", mobile(0)}};
  for (int level = 0; level < levels; ++level) record = {{"body", record.dump()}};
  return record;
}

TEST_CASE("JSON in strings is opened four levels deep", "[e2e][walk]") {
  const Checked checked = check_content(wrapped(4).dump() + "\n", {"--ciio", "no"});
  CHECK(is_phone(checked, "$.body|json.body|json.body|json.body|json.phone"));
  CHECK_FALSE(checked.has_gap("nested_json"));
  CHECK(checked.lower() == 1);
}

TEST_CASE("text that is wrapped up is read, and the path says how", "[e2e][walk]") {
  struct Case {
    const char* value;  // made up; 1380013... in different dress
    const char* path;
    std::uint64_t persons;
  };
  const auto c = GENERATE(values<Case>({
      {"eyJwaG9uZSI6IjEzODAwMTM4MDAwIn0=", "$.ext|base64|json.phone", 1},
      {"3133383030313338303030", "$.ext|hex", 1},
      {"%31%338001380%30%30", "$.ext|percent", 1},
      {"TVRNNE1EQXhNemd3TURBPQ==", "$.ext|base64|base64", 1},
      {"name,phone\nAn,13800138000\nBo,13900139000\n", "$.ext|csv[*].phone", 2},
  }));
  const nlohmann::json record = {{"ext", c.value}};
  CAPTURE(c.path);
  // Twice: what was seen before is read again.
  const std::string line = record.dump() + "\n";
  const Checked checked = check_content(line + line, {"--ciio", "no"});
  CHECK(is_phone(checked, c.path));
  CHECK(checked.lower() == c.persons);
}

TEST_CASE("JSON in strings beyond four levels is searched as text, and is a gap", "[e2e][walk]") {
  const Checked checked = check_content(wrapped(5).dump() + "\n", {"--ciio", "no"});
  CHECK(checked.exit_code == 3);
  CHECK(checked.has_gap("nested_json"));

  const nlohmann::json braces = {{"payload", nlohmann::json{{"body", "{not JSON}"}}.dump()}};
  CHECK_FALSE(check_content(braces.dump() + "\n", {"--ciio", "no"}).has_gap("nested_json"));
}

TEST_CASE("records below --records-at are records", "[e2e][walk]") {
  const std::string text = R"({"meta":{"page":1},"data":{"items":[{"phone":")" + mobile(0) +
                           R"("},{"phone":")" + mobile(1) + "\"}]}}";
  const Checked plain = check_content(text, {"--ciio", "no"}, "page.json");
  CHECK(plain.records() == 1);
  CHECK(plain.lower() == 2);
  const Checked inside =
      check_content(text, {"--ciio", "no", "--records-at", "$.data.items[*]"}, "page.json");
  CHECK(inside.records() == 2);
  CHECK(is_phone(inside, "$.phone"));
  CHECK(inside.lower() == 2);
}

TEST_CASE("a place without records is a refusal, not a free verdict", "[e2e][walk]") {
  const Checked checked =
      check_content("{\"data\":[]}", {"--ciio", "no", "--records-at", "$.rows[*]"}, "page.json");
  CHECK(checked.exit_code == 2);
  CHECK(contains(checked.err, "$.rows[*]"));
}

TEST_CASE("documents one after another and arrays are records", "[e2e][walk]") {
  const std::string a = "{\n\"phone\": \"" + mobile(0) + "\"\n}",
                    b = "{\"phone\":\"" + mobile(1) + "\"}";
  for (const std::string& text : {a + b, a + "\n" + b + "\n", "[" + a + "," + b + "]",
                                  "\xef\xbb\xbf[" + a + "\r\n,\r\n" + b + "]\r\n"}) {
    CAPTURE(text);
    const Checked checked = check_content(text, {"--ciio", "no"}, "data.json");
    CHECK(checked.exit_code == 0);
    CHECK(checked.records() == 2);
    CHECK(checked.lower() == 2);
  }
}

TEST_CASE("records that are bare values are read and counted, and are nobody", "[e2e][walk]") {
  const std::string text = "\"" + mobile(0) + "\"\n" + mobile(1) + "\nnull\ntrue\n";
  const Checked no = check_content(text, {"--ciio", "no"});
  CHECK(no.records() == 4);
  CHECK(no.lower() == 0);
  CHECK(no.exit_code == 0);
}

TEST_CASE("an array of identifiers in a record holds as many people", "[e2e][walk]") {
  std::string ids;
  for (std::uint64_t index = 0; index < 20; ++index) {
    ids += (index == 0 ? "\"" : ",\"") + resident_id(index) + "\"";
  }
  CHECK(check_content("{\"id_cards\":[" + ids + "]}\n", {"--ciio", "no"}).lower() == 20);
}

TEST_CASE("CSV comes with any common delimiter, quotes, and in GB18030", "[e2e][walk]") {
  for (const std::string delimiter : {",", ";", "\t", "|"}) {
    CAPTURE(delimiter);
    const std::string csv = "姓名" + delimiter + "手机号\r\n\"张" + delimiter + "三\"" + delimiter +
                            mobile(0) + "\r\n李四光" + delimiter + mobile(1) + "\r\n";
    const Checked checked = check_content(csv, {"--ciio", "no"}, "data.csv");
    CHECK(checked.exit_code == 0);
    CHECK(checked.records() == 2);
    CHECK(is_phone(checked, "$.手机号"));
    CHECK(checked.lower() == 2);
  }
  const std::string header = "\xd0\xd5\xc3\xfb,\xca\xd6\xbb\xfa\xba\xc5\n";  // 姓名,手机号
  const Checked checked =
      check_content(header + "\xd5\xc5\xc8\xfd," + mobile(0) + "\n", {"--ciio", "no"}, "data.csv");
  CHECK(is_phone(checked, "$.手机号"));
  CHECK(checked.exit_code == 0);
}

TEST_CASE("a correction of the meaning counts, and is named in the report", "[e2e][walk]") {
  const std::string data = "{\"phone\":\"" + mobile(0) + "\",\"level\":\"x\"}\n";
  const Checked none = check_content(data, {"--ciio", "no", "--field", "$.phone=none"});
  CHECK(none.upper() == 0);
  const Checked sick = check_content(data, {"--ciio", "no", "--field", "$.level=diagnosis"});
  CHECK(sick.outcome() == "contract_or_certification");
  CHECK(sick.report["persons"]["sensitive"] == 1);
}

TEST_CASE("a path that is left out of the export is left out of the verdict", "[e2e][walk]") {
  const std::string data = sensitive_persons(20);
  CHECK(check_content(data, {"--ciio", "no"}).outcome() == "contract_or_certification");
  const Checked without = check_content(data, {"--ciio", "no", "--without", "$.bank_card"});
  CHECK(without.outcome() == "none");
  CHECK(without.report["persons"]["sensitive"] == 0);
}

}  // namespace kouan::e2e
