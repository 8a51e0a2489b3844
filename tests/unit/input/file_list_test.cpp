#include "input/file_list.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

namespace {

std::vector<std::string> shown(const std::vector<InputFile>& files) {
  std::vector<std::string> all;
  for (const InputFile& file : files) all.push_back(file.shown);
  return all;
}

std::vector<std::string> lines(const std::vector<LeftOut>& paths) {
  std::vector<std::string> all;
  for (const LeftOut& path : paths) all.push_back(path.shown + ": " + path.reason);
  return all;
}

Result<FileList> list(std::vector<std::string> arguments) {
  return list_files(arguments);
}

}  // namespace

TEST_CASE("a directory is walked in the order of path bytes", "[file_list]") {
  const TemporaryFolder folder;
  for (const char* name : {"b/c.json", "b.json", "a/z/y", "数据.csv", "A"}) folder.write(name, "1");
  const auto files = list({folder.path()});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) ==
        std::vector<std::string>{"A", "a/z/y", "b.json", "b/c.json", "数据.csv"});
  CHECK(files->files[0].path == folder.path("A"));
  CHECK(files->files[0].bytes == 1);
  CHECK(files->files[0].from_walk);
  CHECK(files->gaps.empty());
}

TEST_CASE("what is no data by its name is listed as ignored", "[file_list]") {
  const TemporaryFolder folder;
  for (const char* name : {"data.json", ".hidden", ".git/config", "kouan.yaml", "submission.yaml",
                           "README", "README.zh.md", "expected/x.json", "run.sh", "x.py"}) {
    folder.write(name, "1");
  }
  folder.write("tool", "#!/bin/sh\n");
  folder.write("expected.json", "1");
  folder.write("my_kouan.yaml", "1");
  const auto files = list({folder.path()});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) ==
        std::vector<std::string>{"data.json", "expected.json", "my_kouan.yaml"});
  CHECK(lines(files->ignored) ==
        std::vector<std::string>{
            ".git/: dot file", ".hidden: dot file", "README: README", "README.zh.md: README",
            "expected/: expected results", "kouan.yaml: kouan.yaml", "run.sh: script",
            "submission.yaml: submission.yaml", "tool: script", "x.py: script"});
}

TEST_CASE("a file named directly is taken whatever its name", "[file_list]") {
  const TemporaryFolder folder;
  const std::string path = folder.write(".hidden", "1");
  const auto files = list({path});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) == std::vector<std::string>{path});
  CHECK_FALSE(files->files[0].from_walk);
}

TEST_CASE("links and pipes in a directory are gaps", "[file_list]") {
  const TemporaryFolder folder;
  folder.write("data.json", "1");
  std::filesystem::create_symlink(folder.path("data.json"), folder.path("link"));
  std::filesystem::create_directory_symlink("/", folder.path("root"));
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  const auto files = list({folder.path()});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) == std::vector<std::string>{"data.json"});
  CHECK(lines(files->gaps) ==
        std::vector<std::string>{"link: link", "pipe: not a regular file", "root: link"});
}

TEST_CASE("a link or pipe named directly is read", "[file_list]") {
  const TemporaryFolder folder;
  folder.write("data.json", "1");
  std::filesystem::create_symlink(folder.path("data.json"), folder.path("link"));
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  const auto files = list({folder.path("link"), folder.path("pipe")});
  REQUIRE(files.has_value());
  REQUIRE(files->files.size() == 2);
  CHECK_FALSE(files->files[0].is_stream);
  CHECK(open_file(files->files[0]).has_value());
  CHECK(files->files[1].is_stream);
}

TEST_CASE("one file counts once, by whatever name", "[file_list]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.json", "1");
  std::filesystem::create_hard_link(path, folder.path("b.json"));
  const auto files = list({path, folder.path(), path});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) == std::vector<std::string>{path});
  CHECK(lines(files->duplicates) == std::vector<std::string>{"a.json: listed already",
                                                             "b.json: listed already",
                                                             path + ": listed already"});
}

TEST_CASE("standard input is a stream and counts once", "[file_list]") {
  const auto files = list({"-", "-"});
  REQUIRE(files.has_value());
  REQUIRE(files->files.size() == 1);
  CHECK(files->files[0].is_stream);
  CHECK(files->duplicates.size() == 1);
}

TEST_CASE("arguments that mean nothing are errors with a remedy", "[file_list][error]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path("empty"));
  folder.write("only/README", "x");
  struct Case {
    const char* note;
    std::string argument;
    const char* message;
  };
  const std::vector<Case> cases = {
      {"missing", folder.path("none"), "nothing; check the path"},
      {"under a file", folder.write("a", "1") + "/b", "nothing; check the path"},
      {"empty", folder.path("empty"), "found none (0 ignored by name)"},
      {"nothing but ignored names", folder.path("only"), "found none (1 ignored by name)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const auto files = list({c.argument});
    REQUIRE_FALSE(files.has_value());
    CHECK(files.error().code == ErrorCode::io);
    CHECK(files.error().origin.file == c.argument);
    CHECK_THAT(files.error().message, Catch::Matchers::Contains(c.message));
    CHECK_THAT(files.error().message, Catch::Matchers::Contains(c.argument));
  }
  CHECK(list({}).error().code == ErrorCode::invalid_usage);
}

TEST_CASE("a file without permission is a gap in a directory, an error by name",
          "[file_list][error]") {
  if (::geteuid() == 0) return;  // root reads everything
  const TemporaryFolder folder;
  folder.write("a.json", "1");
  REQUIRE(::chmod(folder.write("b.json", "1").c_str(), 0) == 0);
  const auto files = list({folder.path()});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) == std::vector<std::string>{"a.json"});
  CHECK(lines(files->gaps) ==
        std::vector<std::string>{"b.json: unreadable_file: Permission denied"});
  CHECK_FALSE(list({folder.path("b.json")}).has_value());
}

TEST_CASE("directories are followed to the limit of depth and no further", "[file_list]") {
  const TemporaryFolder folder;
  std::string path;
  for (std::uint32_t i = 1; i < directory_depth_max; ++i) path += "d/";
  folder.write(path + "last.json", "1");
  folder.write(path + "d/over.json", "1");
  const auto files = list({folder.path()});
  REQUIRE(files.has_value());
  CHECK(shown(files->files) == std::vector<std::string>{path + "last.json"});
  CHECK(lines(files->gaps) == std::vector<std::string>{path + "d/: directory too deep"});
}

TEST_CASE("a file that was swapped after the listing is refused", "[file_list][error]") {
  const TemporaryFolder folder;
  folder.write("a.json", "1");
  folder.write("secret", "1");
  const auto files = list({folder.path()});
  REQUIRE(files->files.size() == 2);
  CHECK(open_file(files->files[0]).has_value());
  std::filesystem::rename(folder.path("secret"), folder.path("a.json"));
  CHECK_THAT(open_file(files->files[0]).error().message,
             Catch::Matchers::Contains("found another one"));
  std::filesystem::remove(folder.path("a.json"));
  std::filesystem::create_symlink("/etc/hostname", folder.path("a.json"));
  CHECK_FALSE(open_file(files->files[0]).has_value());
}
