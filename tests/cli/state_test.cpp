#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "cli/program.hpp"

using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::run_program;
using kouan::test::TemporaryFolder;

namespace {

/// Made-up people: 40 of them, some in two records, phones that nobody has.
std::string record(int person) {
  const std::string digits = std::to_string(1000 + person);
  return R"({"member":{"name":"样例)" + digits + R"(","phone":"1380000)" + digits +
         R"("},"amount":)" + std::to_string(person) + "}\n";
}

std::string records(int first, int last) {
  std::string text;
  for (int person = first; person < last; ++person) text += record(person);
  return text;
}

/// Two files with ten people in both, and a key.
struct Data {
  Data() {
    one = folder.write("one.ndjson", records(0, 25));
    two = folder.write("two.ndjson", records(15, 40));
    key = folder.path("person.key");
    REQUIRE(run({"key", "new", key}).exit_code == 0);
  }
  std::string scan(const std::string& data, const std::string& name) const {
    const std::string state = folder.path(name);
    const Ended ended = run({"scan", data, "--key-file", key, "-o", state});
    CAPTURE(ended.err);
    REQUIRE(ended.exit_code == 0);
    REQUIRE(ended.out.empty());
    return state;
  }
  std::string merge(std::vector<std::string> states, const std::string& name) const {
    const std::string total = folder.path(name);
    states.insert(states.begin(), "merge");
    states.insert(states.end(), {"-o", total});
    const Ended ended = run(states);
    CAPTURE(ended.err);
    REQUIRE(ended.exit_code == 0);
    return total;
  }

  TemporaryFolder folder;
  std::string one, two, key;
};

/// The value of a member that holds a text, wherever it stands.
std::string member(const std::string& json, const std::string& name) {
  const std::string sign = '"' + name + "\": \"";
  const std::size_t at = json.find(sign);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + sign.size();
  return json.substr(begin, json.find('"', begin) - begin);
}

}  // namespace

TEST_CASE("checking at once and in steps comes to the same result", "[state]") {
  const Data data;
  const Ended at_once = run({"check", data.one, data.two, "--format", "json", "--ciio", "no",
                             "--as-of", "2026-11-23", "--no-discover"});
  const std::string total =
      data.merge({data.scan(data.two, "2.state"), data.scan(data.one, "1.state")}, "total.state");
  const Ended in_steps =
      run({"judge", total, "--format", "json", "--ciio", "no", "--as-of", "2026-11-23"});
  CAPTURE(at_once.err, in_steps.err);
  CHECK(in_steps.exit_code == at_once.exit_code);
  CHECK(in_steps.exit_code != 2);
  CHECK(member(in_steps.out, "result_digest") == member(at_once.out, "result_digest"));
}

TEST_CASE("any order of merging, and copies besides, give one file", "[state]") {
  const Data data;
  const std::string one = data.scan(data.one, "1.state");
  const std::string two = data.scan(data.two, "2.state");
  const std::string again = data.scan(data.one, "again.state");
  CHECK(read_file(again) == read_file(one));
  const std::string total = read_file(data.merge({one, two}, "a.state"));
  CHECK(read_file(data.merge({two, one}, "b.state")) == total);
  CHECK(read_file(data.merge({two, again, one, two}, "c.state")) == total);
}

TEST_CASE("a state is for its owner only and holds no value", "[state]") {
  const Data data;
  const std::string state = data.scan(data.one, "1.state");
  struct stat status {};
  REQUIRE(::stat(state.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  for (const std::string& text :
       {read_file(state), run({"state", "inspect", state, "--format", "json"}).out,
        run({"state", "inspect", state}).out, run({"state", "coverage", state}).out}) {
    CHECK_FALSE(text.empty());
    CHECK(text.find("13800001003") == std::string::npos);
    CHECK(text.find("样例1003") == std::string::npos);
  }
}

TEST_CASE("a scan without a key says how to make one", "[state]") {
  const Data data;
  const Ended ended = run({"scan", data.one, "-o", data.folder.path("x.state")});
  CHECK(ended.exit_code == 2);
  CHECK_THAT(ended.err, Catch::Contains("make one with: kouan key new FILE"));
  CHECK_FALSE(std::filesystem::exists(data.folder.path("x.state")));
}

TEST_CASE("states go through pipes", "[state]") {
  const Data data;
  const Ended piped =
      run({"scan", "-", "--key-file", data.key, "--stdin-name", "one.ndjson", "-o", "-"},
          read_file(data.one));
  REQUIRE(piped.exit_code == 0);
  const Ended verified = run({"state", "verify", "-", "--lang", "en"}, piped.out);
  CHECK(verified.exit_code == 0);
  CHECK_THAT(verified.out, Catch::Contains("intact"));
  const Ended seen = run({"state", "coverage", "-", "--format", "json"}, piped.out);
  CHECK_THAT(seen.out, Catch::Contains("\"one.ndjson\""));
}

TEST_CASE("what was read twice is not merged", "[state]") {
  const Data data;
  const std::string one = data.scan(data.one, "1.state");
  // The same path with other bytes: not a copy, and not more of it either.
  data.folder.write("one.ndjson", records(5, 30));
  const std::string changed = data.scan(data.one, "changed.state");
  const Ended ended = run({"merge", one, changed, "-o", data.folder.path("x.state")});
  CHECK(ended.exit_code == 2);
  CHECK_THAT(ended.err, Catch::Contains("one.ndjson"));
  CHECK_FALSE(std::filesystem::exists(data.folder.path("x.state")));
}

TEST_CASE("states of another key are not merged", "[state]") {
  const Data data;
  const std::string other = data.folder.path("other.key");
  REQUIRE(run({"key", "new", other}).exit_code == 0);
  const std::string two = data.folder.path("2.state");
  REQUIRE(run({"scan", data.two, "--key-file", other, "-o", two}).exit_code == 0);
  const Ended ended =
      run({"merge", data.scan(data.one, "1.state"), two, "-o", data.folder.path("x.state")});
  CHECK(ended.exit_code == 2);
  CHECK_THAT(ended.err, Catch::Contains("person key"));
}

TEST_CASE("a damaged state is refused by every command", "[state]") {
  const Data data;
  std::string bytes = read_file(data.scan(data.one, "1.state"));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const std::string state = data.folder.write("damaged.state", bytes);
  const std::vector<std::vector<std::string>> commands = {
      {"judge", state},
      {"merge", state, "-o", data.folder.path("x.state")},
      {"state", "verify", state},
      {"state", "inspect", state},
      {"state", "coverage", state},
  };
  for (const auto& command : commands) {
    CAPTURE(command);
    const Ended ended = run(command);
    CHECK(ended.exit_code == 2);
    CHECK_THAT(ended.err, Catch::Contains("damaged.state"));
  }
}

TEST_CASE("file patterns of a profile must have been known when scanning", "[state]") {
  const Data data;
  const std::string profile = data.folder.write(
      "facts.yaml", "exemptions: [{article: \"5(1)\", files: [\"one*\"], reason: made up}]\n");
  const Ended unknown = run({"judge", data.scan(data.one, "1.state"), "--profile", profile});
  CHECK(unknown.exit_code == 2);
  CHECK_THAT(unknown.err, Catch::Contains("one*"));
  const std::string state = data.folder.path("2.state");
  REQUIRE(run({"scan", data.one, "--key-file", data.key, "--profile", profile, "-o", state})
              .exit_code == 0);
  CHECK(run({"judge", state, "--profile", profile}).exit_code != 2);
}

TEST_CASE("the reader on the page about the format reads a state", "[state][docs]") {
  if (run_program("bash", {"-c", "command -v python3"}).exit_code != 0) {
    WARN("no python3 here: the page is not checked");
    return;
  }
  const std::string page = read_file(std::string(KOUAN_SOURCE_DIR) + "/docs/state-format.md");
  const std::string fence = "```python\n";
  const std::size_t begin = page.find(fence);
  REQUIRE(begin != std::string::npos);
  const std::size_t code = begin + fence.size();
  const Data data;
  const std::string reader =
      data.folder.write("reader.py", page.substr(code, page.find("```", code) - code));
  const std::string state = data.scan(data.one, "1.state");
  const Ended read = run_program("python3", {reader, state});
  CAPTURE(read.err);
  REQUIRE(read.exit_code == 0);
  CHECK_THAT(read.out, Catch::Contains("$.member.phone 25 mobile_phone"));
  CHECK_THAT(read.out, Catch::Contains("25 identifier tuples"));
  const std::string bytes = read_file(state);
  const std::string cut = data.folder.write("cut.state", bytes.substr(0, bytes.size() - 1));
  CHECK(run_program("python3", {reader, cut}).exit_code != 0);
}

TEST_CASE("a sample in seven parts, merged in any order, has the result of the whole",
          "[state][property]") {
  const Data data;
  const std::string sample = std::string(KOUAN_SOURCE_DIR) + "/samples/retail/orders.ndjson";
  std::vector<std::string> parts(7);
  std::size_t number = 0;
  for (const std::string& line : lines_of(read_file(sample))) {
    // Neither in runs nor in turn.
    parts[(number * number + number / 3) % parts.size()] += line + "\n";
    ++number;
  }
  std::vector<std::string> states;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string name = "part-" + std::to_string(i);
    states.push_back(data.scan(data.folder.write(name + ".ndjson", parts[i]), name + ".state"));
  }
  const std::string forward = data.merge(states, "forward.state");
  const std::vector<std::string> reversed(states.rbegin(), states.rend());
  CHECK(read_file(data.merge(reversed, "reversed.state")) == read_file(forward));
  const std::string some = data.merge({states[4], states[1], states[6]}, "some.state");
  const std::string nested =
      data.merge({states[5], some, states[0], states[3], states[2], states[0]}, "nested.state");
  CHECK(read_file(nested) == read_file(forward));
  const auto result = [](const std::string& state) {
    return member(run({"judge", state, "--format", "json", "--as-of", "2026-11-23"}).out,
                  "result_digest");
  };
  CHECK(result(nested) == result(data.scan(sample, "whole.state")));
}
