#include "input/transcoded_stream.hpp"

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

TEST_CASE("text of another encoding becomes UTF-8 whatever the reads", "[transcoded_stream]") {
  struct Case {
    const char* note;
    Encoding from;
    std::string bytes;
    std::string want;
  };
  const std::vector<Case> cases = {
      {"UTF-8 stays", Encoding::utf8, "姓名", "姓名"},
      {"GBK pairs", Encoding::gb18030, "\xD0\xD5\xC3\xFB,a", "姓名,a"},
      {"four bytes of GB18030", Encoding::gb18030, "\x95\x32\x82\x36", "\xF0\xA0\x80\x80"},
      {"no such character", Encoding::gb18030, "a\xFF,b", "a\xEF\xBF\xBD,b"},
      {"a character cut by the end", Encoding::gb18030, "a\xD0", "a\xEF\xBF\xBD"},
      {"UTF-16, little end first", Encoding::utf16, std::string("\xFF\xFE\xD3\x59,\0a\0", 8),
       "姓,a"},
      {"UTF-16, big end first", Encoding::utf16, std::string("\xFE\xFF\x59\xD3\0,\0a", 8), "姓,a"},
      {"a surrogate pair", Encoding::utf16, std::string("\xFF\xFE\x40\xD8\x00\xDC", 6),
       "\xF0\xA0\x80\x80"},
      {"nothing", Encoding::gb18030, "", ""},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 7, 65'536}) {
      CAPTURE(c.note, step);
      auto stream = to_utf8(stream_of(c.bytes, step), c.from);
      REQUIRE(stream.has_value());
      CHECK(read_back(**stream, step).text == c.want);
    }
  }
}

TEST_CASE("long text is converted without loss at buffer edges", "[transcoded_stream]") {
  std::string gbk;
  std::string want;
  for (int i = 0; i < 60'000; ++i) {
    gbk += i % 3 == 0 ? "\xD0\xD5x" : "\xC3\xFB";
    want += i % 3 == 0 ? "姓x" : "名";
  }
  auto stream = to_utf8(stream_of(gbk, 1'001), Encoding::gb18030);
  CHECK((read_back(**stream, 777).text == want));
}

TEST_CASE("an error below the converter comes after its text", "[transcoded_stream][error]") {
  auto stream = to_utf8(stream_of("\xD0\xD5", 1, true), Encoding::gb18030);
  const ReadBack back = read_back(**stream);
  CHECK(back.text == "姓");
  CHECK(back.error == "expected more");
}
