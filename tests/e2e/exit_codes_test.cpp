// 0 nothing needed, 1 something needed, 2 could not run, 3 undetermined; and what may change them.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

const std::string broken = "{\"phone\":\n";

std::string json_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"check"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  all.insert(all.end(), {"--format", "json"});
  return kouan(all).out;
}

}  // namespace

TEST_CASE("option --fail-on lowers 1 to 0, and nothing else", "[e2e]") {
  struct Case {
    const char* note;
    std::string data;
    std::vector<std::string> options;
    int exit_code;
  };
  const std::string none = plain_persons(1);
  const std::string contract = sensitive_persons(1);
  for (const auto& one : std::vector<Case>{
           {"nothing needed", none, {"--ciio", "no"}, 0},
           {"a contract", contract, {"--ciio", "no"}, 1},
           {"a contract is what it fails on",
            contract,
            {"--ciio", "no", "--fail-on", "contract_or_certification"},
            1},
           {"a contract is lighter",
            contract,
            {"--ciio", "no", "--fail-on", "security_assessment"},
            0},
           {"an assessment is what it fails on",
            none,
            {"--ciio", "yes", "--fail-on", "security_assessment"},
            1},
           {"never fails on an outcome", none, {"--ciio", "yes", "--fail-on", "never"}, 0},
           {"undetermined stays 3", none, {"--fail-on", "never"}, 3},
           {"an answer settles it", none, {"--answer", "ciio=no"}, 0},
       }) {
    CAPTURE(one.note);
    CHECK(check_content(one.data, one.options).exit_code == one.exit_code);
  }
  const Ended missing = kouan({"check", "no-such-file", "--fail-on", "never"});
  CHECK(missing.exit_code == 2);
}

TEST_CASE("options may stand before the paths", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  for (const auto& options : std::vector<std::vector<std::string>>{{"--ciio", "no"},
                                                                   {"--answer", "ciio=no"},
                                                                   {"--list", "beijing/2025"},
                                                                   {"--field", "$.phone=none"},
                                                                   {"--without", "$.phone"},
                                                                   {"--subject", "mobile_phone"},
                                                                   {"--format", "text"}}) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.insert(arguments.end(), {data, "--lang", "en"});
    const Ended ended = kouan(arguments);
    CAPTURE(options, ended.err);
    CHECK(ended.exit_code != 2);
  }
}

TEST_CASE("an outcome that lost records cannot change is determined", "[e2e]") {
  const Checked checked = check_content(sensitive_persons(20) + broken, {"--ciio", "no"});
  CHECK(checked.outcome() == "contract_or_certification");
  CHECK(checked.exit_code == 1);
  CHECK(checked.report["verdict"]["complete"] == false);
  CHECK(checked.bad_records() == 1);
}

TEST_CASE("a lost record leaves 'none' open until somebody accepts it, with a reason", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(20) + broken);
  CHECK(check({data, "--ciio", "no"}).exit_code == 3);

  const Checked accepted =
      check({data, "--ciio", "no", "--accept-gaps", "1", "--reason", "line 21 is a stray bracket"});
  CHECK(accepted.exit_code == 0);
  CHECK(accepted.outcome() == "none");
  CHECK(contains(accepted.report.dump(), "line 21 is a stray bracket"));

  const Ended without = kouan({"check", data, "--ciio", "no", "--accept-gaps", "1"});
  CHECK(without.exit_code == 2);
  CHECK(contains(without.err, "--reason"));
}

TEST_CASE("accepting fewer lost records than there are settles nothing", "[e2e]") {
  const Checked checked = check_content(plain_persons(20) + broken + broken,
                                        {"--ciio", "no", "--accept-gaps", "1", "--reason", "why"});
  CHECK(checked.exit_code == 3);
}

TEST_CASE("a determined 'none' names the duties that remain and is no certificate", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  const Ended zh = kouan({"check", data, "--ciio", "no", "--lang", "zh"});
  CHECK(zh.exit_code == 0);
  CHECK(contains(zh.out, "预检结论"));
  CHECK(contains(zh.out, "个人信息保护影响评估"));
  const auto report = nlohmann::json::parse(json_of({data, "--ciio", "no"}));
  CHECK(report["verdict"]["duties"].size() >= 3);
}

TEST_CASE("option --plain ends in one line for programs, and it agrees with the exit code",
          "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", sensitive_persons(2));
  for (const std::string ciio : {"no", "yes", "unknown"}) {
    const Ended ended = kouan({"check", data, "--plain", "--ciio", ciio});
    const std::string last = lines_of(ended.out).back();
    CAPTURE(ciio, last);
    CHECK(last.rfind("RESULT verdict=", 0) == 0);
    CHECK(contains(last, "exit=" + std::to_string(ended.exit_code)));
  }
}

TEST_CASE("the JSON report is one document with its schema and digests", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", sensitive_persons(2));
  const auto report = nlohmann::json::parse(json_of({data, "--ciio", "no"}));
  CHECK(report["schema"] == "kouan.report/1");
  for (const char* const part :
       {"digest", "result_digest", "as_of", "lists", "scenarios", "profile", "verdict", "entries",
        "fields", "persons", "coverage", "tool"}) {
    CAPTURE(part);
    CHECK(report.contains(part));
  }
  CHECK(report["digest"].get<std::string>().size() == 64);
  CHECK(report["coverage"]["files"][0]["path"] == data);
}

TEST_CASE("several formats are written in one run, and data stays off standard error", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", sensitive_persons(2));
  const std::string file = folder.path("report.json");
  const Ended ended =
      kouan({"check", data, "--ciio", "no", "--format", "json=" + file, "--format", "text"});
  CHECK(ended.exit_code == 1);
  CHECK(ended.err.empty());
  CHECK(contains(ended.out, "RESULT") == false);
  CHECK(nlohmann::json::parse(read_file(file))["schema"] == "kouan.report/1");
}

}  // namespace kouan::e2e
