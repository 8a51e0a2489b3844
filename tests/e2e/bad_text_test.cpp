// Text that is not what it should be: each bad record costs itself, is counted and has its place.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

std::string phone(std::uint64_t index) {
  return R"({"phone":")" + mobile(index) + "\"}";
}

struct Broken {
  const char* note;
  std::string content;
  std::uint64_t persons;  // that are counted
  std::uint64_t bad;
  const char* reason;
  std::uint64_t offset;  // of the gap
};

void check_broken(const Broken& one) {
  CAPTURE(one.note);
  const Checked checked = check_content(one.content, {"--ciio", "no"});
  CAPTURE(checked.err);
  REQUIRE(checked.report.is_object());
  CHECK(checked.exit_code == 3);
  CHECK(checked.outcome() == "undetermined");
  CHECK(checked.lower() == one.persons);
  CHECK(checked.bad_records() == one.bad);
  CHECK(checked.has_gap(one.reason));
  const auto& gaps = checked.report["coverage"]["gaps"];
  REQUIRE_FALSE(gaps.empty());
  const std::string where = gaps[0]["where"];
  CHECK(where.substr(where.find('@') + 1) == std::to_string(one.offset));
}

std::string nested(std::size_t depth) {
  std::string text;
  for (std::size_t level = 0; level < depth; ++level) text += "{\"a\":";
  return text + "1" + std::string(depth, '}');
}

}  // namespace

TEST_CASE("a broken line costs one record", "[e2e][bad]") {
  const std::string first = phone(0) + "\n";
  const std::string rest = phone(1) + "\n" + phone(2) + "\n";
  const std::uint64_t at = first.size();
  for (const auto& one : std::vector<Broken>{
           {"invalid UTF-8", first + "{\"phone\":\"\xff\xfe\"}\n" + rest, 3, 1, "invalid_utf8", at},
           {"half a character", first + "{\"phone\":\"\xe5\xbc\"}\n" + rest, 3, 1, "invalid_utf8",
            at},
           {"half a last record", first + rest + R"({"phone":"1349)", 3, 1, "malformed_record",
            first.size() + rest.size()},
           {"a brace too many", first + phone(9) + "}\n" + rest, 3, 1, "malformed_record", at},
           {"a brace too few",
            first +
                R"({"phone":{"a":1})"
                "\n" +
                rest,
            3, 1, "malformed_record", at},
           {"a bare NUL in a string",
            first + "{\"phone\":\"13" + std::string(1, '\0') + "\"}\n" + rest, 3, 1,
            "malformed_record", at},
           {"a line of NULs", first + std::string(8, '\0') + "\n" + rest, 3, 1, "malformed_record",
            at},
           {"a word", first + "hello\n" + rest, 3, 1, "malformed_record", at},
           {"depth 20,000", first + nested(20'000) + "\n" + rest, 3, 1, "too_deep", at},
           {"single quotes", first + "{'phone':'13491234567'}\n" + rest, 3, 1, "malformed_record",
            at},
           {"a comma behind the last member", first + "{\"phone\":\"1\",}\n" + rest, 3, 1,
            "malformed_record", at},
           {"NaN", first + "{\"phone\":NaN}\n" + rest, 3, 1, "malformed_record", at},
       }) {
    check_broken(one);
  }
}

TEST_CASE("depth up to the limit is read, one more is not", "[e2e][bad]") {
  const Checked at_limit =
      check_content(phone(0) + "\n" + nested(1'024) + "\n" + phone(1) + "\n", {"--ciio", "no"});
  CHECK(at_limit.exit_code == 0);
  CHECK(at_limit.records() == 3);
  const Checked above =
      check_content(phone(0) + "\n" + nested(1'025) + "\n" + phone(1) + "\n", {"--ciio", "no"});
  CHECK(above.exit_code == 3);
  CHECK(above.has_gap("too_deep"));
}

TEST_CASE("nothing but depth is refused without a crash", "[e2e][bad]") {
  for (const std::string& text :
       {std::string(100'000, '['), std::string(100'000, '{'), nested(100'000),
        std::string(20'000, '[') + std::string(20'000, ']')}) {
    const Folder folder;
    const Ended ended = kouan({"check", folder.write("deep.json", text), "--ciio", "no"});
    CAPTURE(text.substr(0, 8), ended.err);
    CHECK((ended.exit_code == 2 || ended.exit_code == 3));
  }
}

TEST_CASE("unbalanced braces among documents that are no lines keep what stands around them",
          "[e2e][bad]") {
  const std::string pretty = "{\n \"phone\":\n \"" + mobile(0) + "\"\n}\n";
  const std::string last = "{\n \"phone\":\n \"" + mobile(1) + "\"\n}\n";
  for (const std::string broken : {"{\n \"a\": {\n}\n", "{\n \"a\": 1\n}}\n", "]\n"}) {
    CAPTURE(broken);
    const Checked checked = check_content(pretty + broken + last, {"--ciio", "no"}, "a.json");
    REQUIRE(checked.report.is_object());
    CHECK(checked.exit_code == 3);
    CHECK(checked.lower() >= 1);
    CHECK_FALSE(checked.report["coverage"]["gaps"].empty());
  }
}

TEST_CASE("unbalanced braces in an array keep the elements before them", "[e2e][bad]") {
  const std::string begin = "[" + phone(0) + ",\n" + phone(1) + ",\n";
  for (const std::string& end :
       {std::string("{\"a\":{\"b\":1}\n"), "{\"a\":1}}\n," + phone(2) + "]", phone(2),
        phone(2) + "\n}", std::string()}) {
    CAPTURE(end);
    const Checked checked = check_content(begin + end, {"--ciio", "no"}, "a.json");
    REQUIRE(checked.report.is_object());
    CHECK(checked.exit_code == 3);
    CHECK(checked.lower() >= 2);
    CHECK_FALSE(checked.report["coverage"]["gaps"].empty());
  }
}

TEST_CASE("a CSV row of another length is read, and counted as uncertain", "[e2e][bad]") {
  const std::string csv = "phone,name\n" + mobile(0) + ",a\n" + mobile(1) + "\n" + mobile(2) +
                          ",b,c\n" + mobile(3) + ",d\n";
  const Checked checked = check_content(csv, {"--ciio", "no"}, "a.csv");
  CHECK(checked.exit_code == 3);
  CHECK(checked.lower() == 4);
  CHECK(checked.has_gap("ragged"));
}

TEST_CASE("an open quote in a CSV costs one row", "[e2e][bad]") {
  const std::string csv = "phone,name\n" + mobile(0) + ",a\n" + mobile(1) + ",\"b\n" + mobile(2) +
                          ",c\n" + mobile(3) + ",d\n";
  const Checked checked = check_content(csv, {"--ciio", "no"}, "a.csv");
  CHECK(checked.exit_code == 3);
  CHECK(checked.lower() == 3);
  CHECK(checked.has_gap("unclosed_quote"));
}

TEST_CASE("a later broken file takes nothing from an earlier one", "[e2e][bad]") {
  const Folder folder;
  folder.write("a.ndjson", sensitive_persons(5));
  folder.write("b.json", "[{\"phone\":");
  const Checked checked = check({folder.path(), "--ciio", "no"});
  CHECK(checked.lower() == 5);
  CHECK(checked.report["verdict"]["at_least"] == "contract_or_certification");
  CHECK(contains(checked.report["coverage"]["gaps"].dump(), "b.json"));
}

TEST_CASE("a text file without any record that can be read is refused in words", "[e2e][bad]") {
  const Folder folder;
  for (const std::string content : {"{\n", "{\"a\":\n{\"b\":\n"}) {
    CAPTURE(content);
    const Ended ended = kouan({"check", folder.write("bad.ndjson", content), "--ciio", "no"});
    CAPTURE(ended.err);
    CHECK(ended.exit_code == 2);
    CHECK(contains(ended.err, "bad.ndjson"));
    CHECK_FALSE(contains(ended.err, "_"));  // an id of the program is no sentence
  }
}

}  // namespace kouan::e2e
