#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "cli/program.hpp"

using kouan::test::Ended;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::TemporaryFolder;

TEST_CASE("a new key is readable by its owner alone and is called what it is", "[key]") {
  const TemporaryFolder folder;
  const std::string file = folder.path("person.key");
  const Ended ended = run({"key", "new", file, "--lang", "en"});
  REQUIRE(ended.exit_code == 0);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(status.st_size == 32);
  CHECK_THAT(ended.out, Catch::Contains("personal information"));
  CHECK(ended.out.find(read_file(file)) == std::string::npos);
  const Ended chinese = run({"key", "new", folder.path("other.key"), "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("个人信息"));
  CHECK(read_file(folder.path("other.key")) != read_file(file));
}

TEST_CASE("a key that is there is never replaced", "[key]") {
  const TemporaryFolder folder;
  const std::string file = folder.write("person.key", "something");
  const Ended ended = run({"key", "new", file});
  CHECK(ended.exit_code == 2);
  CHECK(ended.out.empty());
  CHECK(read_file(file) == "something");
  CHECK(run({"key", "new", folder.path("none/person.key")}).exit_code == 2);
  CHECK(run({"key", "new"}).exit_code == 2);
  CHECK(run({"key"}).exit_code == 2);
}
