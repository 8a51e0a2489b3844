// The same data on three days: the law of the day decides (national rules of 2022, 2024, and the
// classes of GB/T 35273 and its successor).

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
