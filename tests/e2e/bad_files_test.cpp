// Files that cannot be read, or not to the end: a sentence with the place, and nothing counted is
// lost.

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

constexpr int nobody = 65534;

/// Expects exit 2, nothing on standard output, one sentence that names the place.
void check_refused(const Ended& ended, const std::string& place) {
  CAPTURE(ended.err, ended.out);
  CHECK(ended.exit_code == 2);
  CHECK(ended.out.empty());
  CHECK(ended.err.rfind("kouan: ", 0) == 0);
  CHECK(lines_of(ended.err).size() == 1);
  CHECK(contains(ended.err, place));
}

Ended as_nobody(const std::string& arguments, const std::string& directory) {
  const std::string user = std::to_string(nobody);
  return shell(
      "setpriv --reuid=" + user + " --regid=" + user + " --clear-groups \"$KOUAN\" " + arguments,
      directory);
}

/// Is there a way to run without the rights of root? Nobody must reach the program, too.
bool can_be_nobody() {
  return ::geteuid() == 0 && as_nobody("--version", "/").exit_code == 0;
}

void open_to_all(const Folder& folder) {
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
}

}  // namespace

TEST_CASE("a missing path is named, wherever it stands", "[e2e][bad]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  check_refused(kouan({"check", "no-such-file"}), "no-such-file");
  check_refused(kouan({"check", data, "no-such-file", "--ciio", "no"}), "no-such-file");
}

TEST_CASE("an empty directory, an empty file and empty input have nothing to judge", "[e2e][bad]") {
  const Folder folder;
  check_refused(kouan({"check", folder.path()}), folder.path());
  check_refused(kouan({"check", folder.write("empty.ndjson", "")}), "empty.ndjson");
  check_refused(kouan({"check", folder.write("blank.ndjson", "\n \n\t\n")}), "blank.ndjson");
  check_refused(kouan({"check", "-"}), "-");
}

TEST_CASE("a part without a record is a state that merges and that alone decides nothing",
          "[e2e][bad]") {
  const Folder folder;
  const std::string key = folder.path() + "/k.key";
  REQUIRE(kouan({"key", "new", key}).exit_code == 0);
  const std::string empty = folder.path() + "/empty.state";
  const std::string full = folder.path() + "/full.state";
  const std::string all = folder.path() + "/all.state";
  const auto scan = [&](const std::string& data, const std::string& state) {
    return kouan({"scan", data, "--key-file", key, "-o", state});
  };
  REQUIRE(scan(folder.write("empty.ndjson", ""), empty).exit_code == 0);
  REQUIRE(scan(folder.write("a.ndjson", plain_persons(3)), full).exit_code == 0);
  check_refused(kouan({"judge", empty}), "empty.state");
  REQUIRE(kouan({"merge", empty, full, "-o", all}).exit_code == 0);
  CHECK(kouan({"judge", all, "--ciio", "no"}).exit_code == 0);
}

TEST_CASE("a command line that cannot be run is answered in the language that was asked for",
          "[e2e][bad]") {
  struct Slip {
    std::vector<std::string> arguments;
    const char* zh;
    const char* en;
  };
  const std::vector<Slip> slips = {
      {{"check"}, "应为数据文件或目录的路径", "expected the path of a file or directory, or -"},
      {{"check", "x", "--threads", "0"},
       "--threads: 应为 1–1024 之间的整数，实为“0”",
       "--threads: expected a whole number in 1–1024, found '0'"},
      {{"check", "x", "--threads", "many"}, "实为“many”", "found 'many'"},
      {{"check", "x", "--accept-gaps", "-1"}, "实为“-1”", "found '-1'"},
      {{"check", "x", "--fail-on", "nothing"},
       "下列之一：contract_or_certification",
       "expected one of contract_or_certification"},
      {{"check", "x", "--as-of", ""},
       "--as-of: 应为一个值，实为空文本",
       "--as-of: expected a value, found an empty text"},
      {{"check", "x", "--ciio", ""}, "--ciio: 应为一个值", "--ciio: expected a value"},
      {{"check", "x", "--as-of"},
       "--as-of: 应为其后有一个值，实为没有",
       "--as-of: expected a value behind it, found none"},
      {{"check", "x", "--strikt"}, "实为“--strikt”", "did you mean '--strict'"},
      {{"judge"}, "应为状态文件", "expected a state file"},
      {{"lists"}, "应为子命令", "expected a subcommand"},
  };
  for (const Slip& slip : slips) {
    for (const bool chinese : {true, false}) {
      auto arguments = slip.arguments;
      arguments.insert(arguments.begin() + 1, chinese ? "--lang=zh" : "--lang=en");
      const auto ended = kouan(arguments);
      CAPTURE(ended.err);
      CHECK(ended.exit_code == 2);
      CHECK(ended.out.empty());
      CHECK_THAT(ended.err, Catch::Matchers::StartsWith("kouan: "));
      CHECK_THAT(ended.err, Catch::Matchers::Contains(chinese ? slip.zh : slip.en));
      CHECK_THAT(ended.err, Catch::Matchers::Contains("--help"));
    }
  }
}

TEST_CASE("an empty file beside data is no trouble", "[e2e][bad]") {
  const Folder folder;
  folder.write("a.ndjson", plain_persons(3));
  folder.write("b.ndjson", "");
  const Checked checked = check({folder.path(), "--ciio", "no"});
  CHECK(checked.exit_code == 0);
  CHECK(checked.lower() == 3);
}

TEST_CASE("a packed file that is cut keeps what was read, and its loss has no size", "[e2e][bad]") {
  const std::uint64_t persons = optimised ? 300'000 : 100'000;  // more than one block of zstd
  const Folder folder;
  folder.write("data.ndjson", plain_persons(persons));
  REQUIRE(shell("gzip -k data.ndjson; zstd -q data.ndjson; mkdir cut;"
                "for a in gz zst; do head -c $(($(stat -c %s data.ndjson.$a) * 2 / 3)) "
                "data.ndjson.$a > cut/a.$a; done",
                folder.path())
              .exit_code == 0);
  for (const std::string name : {"cut/a.gz", "cut/a.zst"}) {
    CAPTURE(name);
    const Checked checked = check({folder.path(name), "--ciio", "no"});
    CHECK(checked.exit_code == 3);
    CHECK(checked.outcome() == "undetermined");
    CHECK(checked.lower() > 1'000);
    CHECK(checked.lower() < persons);
    REQUIRE(checked.report["coverage"]["gaps"].size() == 1);
    CHECK(contains(checked.report["coverage"]["gaps"][0]["where"], name + "@"));
  }
}

TEST_CASE("a file that is broken inside its packing keeps the files around it", "[e2e][bad]") {
  const Folder folder;
  folder.write("a.ndjson", plain_persons(3));
  folder.write("b.gz", "\x1f\x8b\x08 no deflate stream");
  folder.write("c.bin", std::string("\x7f"
                                    "ELF\0\0\1\2",
                                    8));
  const Checked checked = check({folder.path(), "--ciio", "no"});
  CHECK(checked.exit_code == 3);
  CHECK(checked.lower() == 3);
  CHECK(contains(checked.report["coverage"]["gaps"].dump(), "b.gz"));
  CHECK(contains(checked.report["coverage"]["gaps"].dump(), "c.bin"));
}

TEST_CASE("a path that may not be read is named; beside others it is a gap", "[e2e][bad]") {
  if (!can_be_nobody()) return;
  const Folder folder;
  open_to_all(folder);
  folder.write("a.ndjson", plain_persons(3));
  folder.write("b.ndjson", plain_persons(9));
  std::filesystem::permissions(folder.path("b.ndjson"), std::filesystem::perms::none);
  check_refused(as_nobody("check b.ndjson", folder.path()), "b.ndjson");

  const Ended both = as_nobody("check . --ciio no --format json", folder.path());
  CHECK(both.exit_code == 3);
  const auto report = nlohmann::json::parse(both.out);
  CHECK(report["persons"]["lower"] == 3);
  CHECK(contains(report["coverage"]["gaps"].dump(), "b.ndjson"));
}

TEST_CASE("a link inside a directory is not followed, and not silently", "[e2e][bad]") {
  const Folder folder;
  const Folder other;
  folder.write("a.ndjson", plain_persons(3));
  std::filesystem::create_symlink(other.write("secret.ndjson", plain_persons(9)),
                                  folder.path("link.ndjson"));
  const Checked checked = check({folder.path(), "--ciio", "no"});
  CHECK(checked.lower() == 3);
  CHECK(checked.exit_code == 3);
  CHECK(contains(checked.report["coverage"]["gaps"].dump(), "link.ndjson"));
}

TEST_CASE("the same file by two names counts once", "[e2e][bad]") {
  const Folder folder;
  const std::string data = folder.write("a.ndjson", plain_persons(3));
  std::filesystem::create_hard_link(data, folder.path("b.ndjson"));
  CHECK(check({folder.path(), "--ciio", "no"}).records() == 3);
  CHECK(check({data, data, "--ciio", "no"}).records() == 3);
}

TEST_CASE("documents, scripts and dot-files of a directory are listed as left aside",
          "[e2e][bad]") {
  const Folder folder;
  folder.write("a.ndjson", plain_persons(3));
  for (const char* const name : {"README.md", ".hidden.ndjson", "kouan.yaml", "submission.yaml",
                                 "expected/report.txt", "run.sh"}) {
    folder.write(name, name == std::string("kouan.yaml") ? "handler: {ciio: no}\n" : "text\n");
  }
  const Checked checked = check({folder.path()});
  CHECK(checked.exit_code == 0);
  CHECK(checked.report["coverage"]["ignored"].size() == 6);
}

TEST_CASE("a line of 100 MB costs one record", "[e2e][bad]") {
  const Folder folder;
  const std::string path = folder.write("long.ndjson", plain_persons(1) + "{\"phone\":\"");
  {
    std::ofstream file(path, std::ios::app | std::ios::binary);
    const std::string million(1'000'000, 'a');
    for (int times = 0; times < 100; ++times) file << million;
    file << "\"}\n{\"phone\":\"" << mobile(7) << "\"}\n";
  }
  const Checked checked = check({path, "--ciio", "no"});
  CHECK(checked.exit_code == 3);
  CHECK(checked.lower() == 2);
  CHECK(checked.bad_records() == 1);
  CHECK(checked.has_gap("record_too_large"));
}

}  // namespace kouan::e2e
