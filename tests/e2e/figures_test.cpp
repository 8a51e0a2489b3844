// The figures of the Provisions on cross-border data flows (2024), arts. 5, 7 and 8, at both sides.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

struct Case {
  const char* note;
  std::uint64_t persons;
  const char* outcome;
  int exit_code;
};

using Make = std::string (*)(std::uint64_t);

void check_case(const Case& one, Make make) {
  CAPTURE(one.note, one.persons);
  const Checked checked = check_content(make(one.persons), {"--ciio", "no"});
  CHECK(checked.outcome() == one.outcome);
  CHECK(checked.exit_code == one.exit_code);
  CHECK(checked.lower() == one.persons);
  CHECK(checked.upper() == one.persons);
  CHECK(checked.report["verdict"]["complete"] == true);
}

}  // namespace

TEST_CASE("sensitive data of 1, 9,999 and 10,000 persons need what arts. 7 and 8 say", "[e2e]") {
  const auto one = GENERATE(values<Case>({
      {"a single person is enough", 1, "contract_or_certification", 1},
      {"one below the figure", 9'999, "contract_or_certification", 1},
      {"at the figure", 10'000, "security_assessment", 1},
  }));
  check_case(one, sensitive_persons);
}

TEST_CASE("plain data of 99,999 and 100,000 persons need what arts. 5(4) and 8 say", "[e2e]") {
  const auto one = GENERATE(values<Case>({
      {"one person", 1, "none", 0},
      {"one below the figure", 99'999, "none", 0},
      {"at the figure", 100'000, "contract_or_certification", 1},
  }));
  check_case(one, plain_persons);
}

TEST_CASE("plain data of 999,999 and 1,000,000 persons need what arts. 7 and 8 say", "[e2e]") {
  // An unoptimised program would take minutes: there the first 990,000 were exported earlier.
  const std::uint64_t earlier = optimised ? 0 : 990'000;
  struct Bound {
    std::uint64_t persons;
    const char* outcome;
  };
  const auto one = GENERATE(
      values<Bound>({{999'999, "contract_or_certification"}, {1'000'000, "security_assessment"}}));
  CAPTURE(one.persons, earlier);
  const Folder folder;
  folder.write("kouan.yaml",
               "handler: {ciio: no}\ncounts: {carried_over: [{class: non_sensitive, "
               "persons: " +
                   std::to_string(earlier) + "}]}\n");
  folder.write("data.ndjson", plain_persons(one.persons - earlier));
  const Checked checked = check({folder.path()});
  CHECK(checked.outcome() == one.outcome);
  CHECK(checked.exit_code == 1);
  CHECK(checked.lower() == one.persons - earlier);
}

TEST_CASE("sensitive and plain persons are counted apart", "[e2e]") {
  const Folder folder;
  folder.write("a.ndjson", sensitive_persons(9'999));
  folder.write("b.ndjson", lines(5, [](auto index) {
                 return R"({"id_card":")" + resident_id(index) + R"(","phone":")" + mobile(index) +
                        "\"}";
               }));
  const Checked checked = check({folder.path(), "--ciio", "no"});
  CHECK(checked.outcome() == "contract_or_certification");
  CHECK(checked.report["persons"]["sensitive"] == 9'999);
  CHECK(checked.report["persons"]["total"] == 9'999);
}

TEST_CASE("a CIIO needs an assessment for a single person", "[e2e]") {
  const Checked checked = check_content(plain_persons(1), {"--ciio", "yes"});
  CHECK(checked.outcome() == "security_assessment");
  CHECK(checked.exit_code == 1);
}

TEST_CASE("data about nobody are free even for a CIIO", "[e2e]") {
  const Checked checked = check_content("{\"a\":1}\n", {"--ciio", "yes"});
  CHECK(checked.outcome() == "none");
  CHECK(checked.exit_code == 0);
}

TEST_CASE("where nothing was said about CIIO the verdict asks, with both answers", "[e2e]") {
  const Checked checked = check_content(plain_persons(3));
  CHECK(checked.outcome() == "undetermined");
  CHECK(checked.report["verdict"]["at_least"] == "none");
  CHECK(checked.exit_code == 3);
  REQUIRE(checked.questions() == std::vector<std::string>{"ciio"});
  const auto& question = checked.report["verdict"]["questions"][0];
  CHECK(question["if_yes"] == "security_assessment");
  CHECK(question["if_no"] == "none");
  CHECK_FALSE(question["text"]["zh"].get<std::string>().empty());
  CHECK_FALSE(question["text"]["en"].get<std::string>().empty());
}

TEST_CASE("where the figures reach an assessment nobody is asked about CIIO", "[e2e]") {
  const Checked checked = check_content(sensitive_persons(10'000));
  CHECK(checked.outcome() == "security_assessment");
  CHECK(checked.exit_code == 1);
  CHECK(checked.questions().empty());
}

}  // namespace kouan::e2e
