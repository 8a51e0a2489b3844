#include "input/gzip_stream.hpp"

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

TEST_CASE("gzip inflates whatever the members and the reads", "[gzip_stream]") {
  struct Case {
    const char* note;
    std::string compressed;
    std::string want;
  };
  const std::vector<Case> cases = {
      {"one member", gzipped("abc"), "abc"},
      {"three members", gzipped("abc") + gzipped("def") + gzipped("g"), "abcdefg"},
      {"an empty member", gzipped(""), ""},
      {"an empty member between", gzipped("abc") + gzipped("") + gzipped("def"), "abcdef"},
      {"zero padding", gzipped("abc") + std::string(1'000, '\0'), "abc"},
      {"padding between members", gzipped("abc") + std::string(9, '\0') + gzipped("d"), "abcd"},
      {"more than a buffer", gzipped(noise(600'000)), noise(600'000)},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 7, 65'536}) {
      CAPTURE(c.note, step);
      const auto stream = gunzip(stream_of(c.compressed, step));
      const ReadBack back = read_back(*stream, step);
      CHECK(back.error.empty());
      CHECK((back.text == c.want));
    }
  }
}

TEST_CASE("broken gzip delivers what came before, then says where", "[gzip_stream][error]") {
  const std::string text = noise(300'000);
  const std::string whole = gzipped(text);
  std::string corrupt = whole;
  for (std::size_t i = 150'000; i < 150'020; ++i) corrupt[i] = static_cast<char>(~corrupt[i]);
  struct Case {
    const char* note;
    std::string compressed;
    const char* message;
    std::size_t text_min;
    std::uint64_t offset_min, offset_max;
  };
  const std::vector<Case> cases = {
      {"cut in the middle", whole.substr(0, whole.size() / 2), "found the end of the file", 100'000,
       whole.size() / 2, whole.size() / 2},
      {"cut in the check sum", whole.substr(0, whole.size() - 4), "found the end of the file",
       text.size(), whole.size() - 4, whole.size() - 4},
      {"cut in the second header", gzipped("abc") + "\x1f\x8b", "found the end of the file", 3, 25,
       25},
      {"corrupt bytes", corrupt, "found corrupt bytes", 100'000, 150'000, whole.size()},
      {"other bytes behind", gzipped("abc") + "hello", "found other bytes", 3, 23, 23},
      {"magic only", "\x1f\x8b", "found the end of the file", 0, 2, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const auto stream = gunzip(stream_of(c.compressed, 1'000));
    const ReadBack back = read_back(*stream);
    CHECK_THAT(back.error, Catch::Matchers::Contains(c.message));
    CHECK(back.text.size() >= c.text_min);
    // Corrupt bytes may inflate to others for a while; until then all is as it was.
    const std::size_t intact = std::min(back.text.size(), c.text_min);
    CHECK((back.text.substr(0, intact) == text.substr(0, intact) || back.text == "abc"));
    CHECK(back.error_offset >= c.offset_min);
    CHECK(back.error_offset <= c.offset_max);
    CHECK(read_back(*stream).error == back.error);
  }
}

TEST_CASE("an error below gzip passes through", "[gzip_stream][error]") {
  const auto stream = gunzip(stream_of(gzipped(noise(1'000)).substr(0, 500), 100, true));
  CHECK(read_back(*stream).error == "expected more");
}
