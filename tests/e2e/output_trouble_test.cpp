// Reports that nobody takes, disks that are full, and a user who will not wait.

#include <csignal>
#include <filesystem>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {

TEST_CASE("a reader that closes early is no error and makes no noise", "[e2e][output]") {
  const Folder folder;
  folder.write("data.ndjson", sensitive_persons(100));
  for (const std::string format : {"text", "json"}) {
    const Ended ended = shell("\"$KOUAN\" check data.ndjson --ciio no --format " + format +
                                  " | head -c1; exit ${PIPESTATUS[0]}",
                              folder.path());
    CAPTURE(format);
    CHECK(ended.out.size() == 1);
    CHECK(ended.err.empty());
    CHECK((ended.exit_code == 1 || ended.exit_code == 128 + SIGPIPE));
  }
}

TEST_CASE("a reader that is gone before the report does not kill the program", "[e2e][output]") {
  const Folder folder;
  folder.write("data.ndjson", sensitive_persons(100));
  const Ended ended =
      shell("\"$KOUAN\" check data.ndjson --ciio no | true; exit ${PIPESTATUS[0]}", folder.path());
  CHECK(ended.err.empty());
  CHECK((ended.exit_code == 1 || ended.exit_code == 128 + SIGPIPE));
}

TEST_CASE("a full disk under standard output ends in 2 and a sentence", "[e2e][output]") {
  const Folder folder;
  Command command{{"check", folder.write("data.ndjson", plain_persons(1)), "--ciio", "no"}};
  command.out_to = "/dev/full";
  const Ended ended = command.run();
  CHECK(ended.exit_code == 2);
  CHECK(contains(ended.err, "standard output"));
  CHECK(contains(ended.err, "No space left"));
}

TEST_CASE("a report that cannot be written ends in 2, and leaves nothing half behind",
          "[e2e][output]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  const Ended missing =
      kouan({"check", data, "--ciio", "no", "--format", "json=" + folder.path("no/report.json")});
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.err, "no/report.json"));
  const Ended full = kouan({"check", data, "--ciio", "no", "--format", "json=/dev/full"});
  CHECK(full.exit_code == 2);
  CHECK(contains(full.err, "/dev/full"));
  const Ended directory =
      kouan({"check", data, "--ciio", "no", "--format", "json=" + folder.path()});
  CHECK(directory.exit_code == 2);
  CHECK(contains(directory.err, folder.path()));
}

TEST_CASE("a directory that may not be written to is named", "[e2e][output]") {
  const Folder folder;
  folder.write("data.ndjson", plain_persons(1));
  std::filesystem::create_directory(folder.path("closed"));
  std::filesystem::permissions(folder.path("closed"), std::filesystem::perms(0555));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::string nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
  const bool root = ::geteuid() == 0;
  if (root && shell(nobody + "\"$KOUAN\" --version").exit_code != 0) return;
  const Ended ended = shell((root ? nobody : "") +
                                "\"$KOUAN\" check data.ndjson --ciio no --format "
                                "json=closed/report.json",
                            folder.path());
  CHECK(ended.exit_code == 2);
  CHECK(contains(ended.err, "closed/report.json"));
  CHECK(contains(ended.err, "Permission denied"));
  CHECK(std::filesystem::is_empty(folder.path("closed")));
}

TEST_CASE("a report replaces an older one only as a whole", "[e2e][output]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  const std::string report = folder.write("report.json", "older");
  CHECK(kouan({"check", data, "--ciio", "no", "--format", "json=" + report}).exit_code == 0);
  CHECK(nlohmann::json::parse(read_file(report))["schema"] == "kouan.report/1");
  CHECK(kouan({"check", data, "--ciio", "perhaps", "--format", "json=" + report}).exit_code == 2);
  CHECK(nlohmann::json::parse(read_file(report))["schema"] == "kouan.report/1");
}

TEST_CASE("Ctrl-C ends the reading, and what was read is reported with the gap", "[e2e][output]") {
  for (const std::uint64_t persons : {std::uint64_t{5}, std::uint64_t{3'000}}) {
    Running running({"check", "-", "--ciio", "no", "--format", "json"});
    running.write(plain_persons(persons).substr(0, 60'000));
    running.wait_until_read(std::chrono::seconds(30));
    running.send(SIGINT);
    const Ended ended = running.wait(std::chrono::seconds(10));
    CAPTURE(persons, ended.err, ended.signal);
    REQUIRE(ended.signal == 0);
    CHECK((ended.exit_code == 1 || ended.exit_code == 3));
    const auto report = nlohmann::json::parse(ended.out, nullptr, false);
    REQUIRE(report.is_object());
    CHECK(report["verdict"]["outcome"] == "undetermined");
    CHECK(contains(report["coverage"]["gaps"].dump(), "interrupted"));
    CHECK(report["persons"]["lower"] > 0);
  }
}

}  // namespace kouan::e2e
