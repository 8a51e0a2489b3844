// Values that are planted everywhere and may come out nowhere: masked only.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

/// Unmistakable and invented. None may stand in any output.
std::vector<std::string> planted() {
  return {"13499990001",
          "13499990002",
          "13499990003",
          "13499990004",
          resident_id(4'711),
          resident_id(4'712),
          bank_card(4'711),
          "zhangsan.planted@example.com",
          "planted.key@example.com",
          "令狐某某某",
          "朝阳区栽赃路77号",
          "planted-diagnosis-text",
          "PlantedHeaderWord13499990005",
          "13499990005",
          "13499990006"};
}

void check_silent(const std::string& output, const std::string& from) {
  CAPTURE(from);
  for (const auto& value : planted()) {
    CAPTURE(value);
    if (contains(output, value)) FAIL_CHECK("a planted value came out:\n" << output);
  }
}

std::string records() {
  return "{\"姓名\":\"令狐某某某\",\"手机号\":\"13499990001\",\"身份证号\":\"" +
         resident_id(4'711) + "\",\"银行卡号\":\"" + bank_card(4'711) +
         "\",\"email\":\"zhangsan.planted@example.com\",\"住址\":\"朝阳区栽赃路77号\"}\n"
         "{\"13499990002\":{\"姓名\":\"令狐某某某\"},\"planted.key@example.com\":1,\"" +
         resident_id(4'712) +
         "\":\"x\"}\n"
         "{\"备注\":\"请回电13499990003，planted-diagnosis-text\",\"诊断\":\"planted-diagnosis-"
         "text\"}\n"
         "{\"ext\":\"{\\\"phone\\\":\\\"13499990004\\\"}\"}\n";
}

std::string broken_records() {
  return "{\"手机号\":\"13499990001\n"
         "{\"手机号\":\"13499990002\"}}\n"
         "13499990003 \xff\xfe zhangsan.planted@example.com\n"
         "{\"13499990004\":\n";
}

/// A folder with the values in records, keys, headers and file names.
void plant(const Folder& folder) {
  folder.write("kouan.yaml", "handler: {ciio: no}\n");
  folder.write("export/a.ndjson", records() + broken_records() + records());
  folder.write("export/b.csv",
               "姓名,手机号,13499990005\n令狐某某某,13499990001,x\n令狐某某某,\"13499990002\n");
  folder.write("export/客户13499990006.ndjson", records());
  folder.write("export/13499990006/客户.ndjson", broken_records());
}

}  // namespace

TEST_CASE("no planted value comes out of a check, in any language, format or log level",
          "[e2e][planted]") {
  const Folder folder;
  plant(folder);
  for (const auto& options : std::vector<std::vector<std::string>>{
           {"--lang", "zh"},
           {"--lang", "en"},
           {"--format", "json"},
           {"--log-level", "trace"},
           {"--log-level", "trace", "--log-json"},
           {"--progress", "json"},
           {"--redact", "full"},
           {"--records-at", "$.data[*]"},
           {"--input-format", "csv"},
           {"--input-format", "concatenated"},
       }) {
    std::vector<std::string> arguments = {"check", "."};
    arguments.insert(arguments.end(), options.begin(), options.end());
    Command command{arguments};
    command.directory = folder.path("export");
    const Ended ended = command.run();
    CAPTURE(options, ended.exit_code);
    CHECK(ended.signal == 0);
    check_silent(ended.out, "standard output");
    check_silent(ended.err, "standard error");
  }
}

TEST_CASE("no planted value comes out of a check of standard input", "[e2e][planted]") {
  for (const std::string& input : {records(), broken_records(), records() + broken_records(),
                                   "[" + records(), std::string("13499990001")}) {
    Command command{{"check", "-", "--log-level", "trace", "--format", "json"}};
    command.input = input;
    const Ended ended = command.run();
    check_silent(ended.out, "standard output");
    check_silent(ended.err, "standard error");
  }
}

TEST_CASE("wrong facts are refused without the personal values in them", "[e2e][planted]") {
  for (const std::string& yaml :
       {std::string("handler: {ciio: \"13499990001\"}\n"),
        std::string("handler: {persons_held: \"13499990002\"}\n"),
        std::string("\"13499990003\": 1\n"), "fields: {\"$.a\": \"" + resident_id(4'711) + "\"}\n",
        std::string("scenarios: [{id: zhangsan.planted@example.com}]\n")}) {
    const Folder folder;
    folder.write("data.ndjson", records());
    folder.write("kouan.yaml", yaml);
    const Ended ended = kouan({"check", folder.path()});
    CAPTURE(yaml);
    CHECK(ended.exit_code == 2);
    check_silent(ended.err, "standard error");
  }
}

TEST_CASE("a path that is misspelt is refused without the keys that are data", "[e2e][planted]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", records());
  for (const std::string path : {"$.13499990002", "$.1349999000", "$.手机"}) {
    const Ended ended = kouan({"check", data, "--ciio", "no", "--without", path});
    CAPTURE(path, ended.err);
    CHECK(ended.exit_code == 2);
    for (const auto& value : planted()) {
      if (!contains(path, value)) CHECK_FALSE(contains(ended.err, value));
    }
  }
}

TEST_CASE("inspect shows values masked only", "[e2e][planted]") {
  for (const std::string format : {"text", "json"}) {
    std::vector<std::string> arguments = {"inspect", "value", "--format", format, "--"};
    const auto values = planted();
    arguments.insert(arguments.end(), values.begin(), values.end());
    const Ended ended = kouan(arguments);
    CHECK(ended.exit_code == 0);
    CHECK_FALSE(ended.out.empty());
    check_silent(ended.out + ended.err, "inspect value " + format);

    const Ended text = kouan(
        {"inspect", "text", "--format", format, "-"},
        "请回电13499990001或zhangsan.planted@example.com，证号" + resident_id(4'711) + "。\n");
    CHECK(text.exit_code == 0);
    check_silent(text.out + text.err, "inspect text " + format);
  }
}

TEST_CASE("a scan state looked into shows masked values only", "[e2e][planted]") {
  const Folder folder;
  plant(folder);
  const std::string key = folder.path("key");
  const std::string state = folder.path("data.state");
  REQUIRE(kouan({"key", "new", key}).exit_code == 0);
  const Ended scanned =
      kouan({"scan", folder.path("export"), "--key-file", key, "--output", state});
  CAPTURE(scanned.err);
  REQUIRE(scanned.exit_code == 0);
  check_silent(scanned.out + scanned.err, "scan");
  check_silent(read_file(state), "the bytes of the state");
  const Ended inspected = kouan({"state", "inspect", state});
  CHECK(inspected.exit_code == 0);
  check_silent(inspected.out + inspected.err, "state inspect");
}

}  // namespace kouan::e2e
