// The same data on three days: the law of the day decides (national rules of 2022, 2024, and the
// classes of GB/T 35273 and its successor).

#include <map>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

std::string registered_persons(std::uint64_t count) {
  return lines(count, [](std::uint64_t index) {
    return R"({"姓名":"张三丰","手机号":")" + mobile(index) + R"(","身份证号":")" +
           resident_id(index) + "\"}";
  });
}

}  // namespace

TEST_CASE("9,000 persons with resident IDs are judged by the law of the day", "[e2e]") {
  struct Case {
    const char* day;
    const char* outcome;
    const char* why;
  };
  const Folder folder;
  folder.write("kouan.yaml", "handler: {ciio: no, persons_held: 1200000}\n");
  folder.write("persons.ndjson", registered_persons(9'000));
  for (const auto& one : {
           Case{"2024-02-01", "security_assessment", "the handler holds a million persons' data"},
           Case{"2024-04-01", "contract_or_certification", "ID numbers are still sensitive"},
           Case{"2026-02-01", "none", "fewer than 100,000, and none sensitive"},
       }) {
    CAPTURE(one.day, one.why);
    const Checked checked = check({folder.path(), "--as-of", one.day});
    CHECK(checked.outcome() == one.outcome);
    CHECK(checked.report["as_of"] == one.day);
    CHECK(checked.exit_code == (std::string(one.outcome) == "none" ? 0 : 1));
  }
}

TEST_CASE("one scan is judged by the law of three days", "[e2e]") {
  const Folder folder;
  const std::string facts =
      folder.write("facts.yaml", "handler: {ciio: no, persons_held: 1200000}\n");
  const std::string state = folder.path("persons.state");
  const std::string key = folder.path("key");
  const std::string data = folder.write("persons.ndjson", registered_persons(9'000));
  REQUIRE(kouan({"key", "new", key}).exit_code == 0);
  REQUIRE(kouan({"scan", data, "--key-file", key, "-o", state}).exit_code == 0);
  const std::map<std::string, std::string> outcomes = {{"2024-02-01", "security_assessment"},
                                                       {"2024-04-01", "contract_or_certification"},
                                                       {"2026-02-01", "none"}};
  for (const auto& [day, outcome] : outcomes) {
    CAPTURE(day);
    const Ended ended =
        kouan({"judge", state, "--profile", facts, "--as-of", day, "--format", "json"});
    CHECK(ended.exit_code == (outcome == "none" ? 0 : 1));
    CHECK(nlohmann::json::parse(ended.out)["verdict"]["outcome"] == outcome);
  }
}

/// A report without what it says of the machine it was made on: how many rules its user has added,
/// and the digest over that.
std::string without_added(const std::string& report) {
  std::string out;
  if (report.starts_with('{')) {
    auto json = nlohmann::ordered_json::parse(report);
    json.erase("digest");
    if (json.contains("tool")) json["tool"].erase("rules");
    return json.dump(1);
  }
  for (const std::string& line : lines_of(report)) {
    if (!contains(line, "added rules: ") && !contains(line, "beijing-2099.yaml"))
      out += line + "\n";
  }
  return out;
}

TEST_CASE("a report of a past day comes out again byte for byte when later editions are there",
          "[e2e]") {
  // Made up; takes over on a later day what the edition of then judges.
  const std::string later = R"(id: beijing/2099
zone: beijing
edition: "2099"
title: {zh: "虚构清单", en: "made-up list"}
source: "made up"
in_force: {from: 2026-12-01}
replaces: beijing/2024
carries_over: ["beijing/2024#retail"]
declared_totals: {sectors: 1}
territory: [beijing-ftz]
sectors: []
)";
  struct Case {
    const char* note;
    std::vector<std::string> options;
  };
  const Folder folder;
  folder.write("later/kouan/lists/beijing-2099.yaml", later);
  const std::string facts =
      folder.write("facts.yaml", "handler: {ciio: no, registered_in: [beijing-ftz]}\n");
  const std::string data = folder.write(
      "members.ndjson", R"({"会员号":"M1000001","姓名":"王小明","手机号":"13800138000"})"
                        "\n");
  const std::string state = folder.path("members.state");
  const std::string key = folder.path("key");
  REQUIRE(kouan({"key", "new", key}).exit_code == 0);
  REQUIRE(kouan({"scan", data, "--key-file", key, "-o", state}).exit_code == 0);
  const auto judged = [&](std::vector<std::string> options, const std::string& day) {
    options.insert(options.begin(), {"judge", state, "--profile", facts, "--as-of", day});
    return Command{options};
  };
  for (const Case& c :
       {Case{"national", {}}, Case{"list", {"--list", "beijing/2024"}},
        Case{"scenario", {"--list", "beijing/2024", "--scenario", "retail.membership"}},
        Case{"matrix", {"--matrix"}}}) {
    for (const std::string format : {"text", "json"}) {
      CAPTURE(c.note, format);
      std::vector<std::string> options = c.options;
      options.insert(options.end(), {"--format", format});
      const Ended then = judged(options, "2025-06-01").run();
      REQUIRE_FALSE(then.out.empty());
      Command today = judged(options, "2025-06-01");
      today.environment = {{"XDG_DATA_HOME", folder.path("later")}};
      today.directory = folder.path();
      const Ended again = today.run();
      CHECK(without_added(again.out) == without_added(then.out));
      CHECK(again.exit_code == then.exit_code);
    }
  }
  Command now = judged(
      {"--list", "beijing/2099", "--scenario", "retail.membership", "--lang", "en"}, "2026-12-01");
  now.environment = {{"XDG_DATA_HOME", folder.path("later")}};
  CHECK(contains(now.run().out, "list beijing/2099"));
}

TEST_CASE("the export date of the profile is the day, unless --as-of says another", "[e2e]") {
  const Folder folder;
  folder.write("kouan.yaml", "handler: {ciio: no}\nexport: {date: 2025-03-04}\n");
  folder.write("persons.ndjson", plain_persons(1));
  CHECK(check({folder.path()}).report["as_of"] == "2025-03-04");
  CHECK(check({folder.path(), "--as-of", "2025-05-06"}).report["as_of"] == "2025-05-06");
}

TEST_CASE("a day before the rules begin and a day that is none are refused", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("persons.ndjson", plain_persons(1));
  for (const std::string day : {"2022-08-31", "2025-02-29", "2025-13-01", "tomorrow"}) {
    CAPTURE(day);
    const Ended ended = kouan({"check", data, "--as-of", day});
    CHECK(ended.exit_code == 2);
    CHECK(ended.out.empty());
    CHECK(contains(ended.err, "expected"));
  }
}

}  // namespace kouan::e2e
