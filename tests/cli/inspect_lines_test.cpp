#include <array>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::run;

TEST_CASE("a line of 64 MiB is read, a longer one is refused and counted", "[inspect]") {
  constexpr std::size_t limit = std::size_t{64} << 20;
  const std::string number = "13800138000";
  const std::string exact = number + std::string(limit - number.size(), ' ');
  const Ended ended = run({"inspect", "text", "-"}, exact + "\n" + exact + " \n" + number + "\n");
  CHECK(ended.exit_code == 2);
  const auto lines = lines_of(ended.out);
  REQUIRE(lines.size() == 3);
  CHECK(parse_json(lines[0])->find("hits")->as_array()->size() == 1);
  CHECK(*parse_json(lines[1])->find("error")->as_string() == "record_too_large");
  CHECK(parse_json(lines[1])->find("hits") == nullptr);
  CHECK(parse_json(lines[2])->find("hits")->as_array()->size() == 1);
}

TEST_CASE("line ends of both kinds, a byte order mark and no last line end are no text",
          "[inspect]") {
  const Ended ended = run({"inspect", "name", "-"}, "\xEF\xBB\xBFsfzh\r\nxm\n\nphone");
  CHECK(ended.exit_code == 0);
  const auto lines = lines_of(ended.out);
  REQUIRE(lines.size() == 4);
  CHECK(*parse_json(lines[0])->find("name")->as_string() == "sfzh");
  CHECK(*parse_json(lines[3])->find("name")->as_string() == "phone");
}

TEST_CASE("nothing in, nothing out", "[inspect]") {
  const Ended ended = run({"inspect", "value", "-"}, "");
  CHECK(ended.exit_code == 0);
  CHECK(ended.out.empty());
}

TEST_CASE("an answer comes before the next question is asked", "[inspect]") {
  std::array<int, 2> to{}, from{};
  REQUIRE(::pipe(to.data()) == 0);
  REQUIRE(::pipe(from.data()) == 0);
  const ::pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(to[0], STDIN_FILENO);
    ::dup2(from[1], STDOUT_FILENO);
    for (const int one : {to[0], to[1], from[0], from[1]}) ::close(one);
    ::execl(KOUAN_PROGRAM, KOUAN_PROGRAM, "inspect", "name", "-", nullptr);
    ::_exit(127);
  }
  ::close(to[0]);
  ::close(from[1]);
  for (const std::string question : {"sfzh\n", "phone\n"}) {
    REQUIRE(::write(to[1], question.data(), question.size()) ==
            static_cast<::ssize_t>(question.size()));
    std::string answer;
    for (char c = 0; c != '\n' && ::read(from[0], &c, 1) == 1;) answer += c;
    CHECK_THAT(answer, Catch::Contains("concept"));
  }
  ::close(to[1]);
  ::close(from[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
}
