#include "input/utf8_check.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace kouan::input;

TEST_CASE("UTF-8 is checked strictly", "[utf8_check]") {
  struct Case {
    const char* note;
    std::string text;
    std::size_t valid;
    bool head;
  };
  const std::vector<Case> cases = {
      {"nothing", "", 0, true},
      {"ASCII over a word", "0123456789abc", 13, true},
      {"two, three and four bytes", "\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80", 9, true},
      {"the last character", "\xF4\x8F\xBF\xBF", 4, true},
      {"above the last character", "\xF4\x90\x80\x80", 0, false},
      {"overlong, two bytes", "\xC1\xBF", 0, false},
      {"overlong, three bytes", "\xE0\x9F\xBF", 0, false},
      {"overlong, four bytes", "\xF0\x8F\xBF\xBF", 0, false},
      {"the last before the surrogates", "\xED\x9F\xBF", 3, true},
      {"a surrogate", "\xED\xA0\x80", 0, false},
      {"a lone continuation", "ab\x80", 2, false},
      {"cut after one of three", "ab\xE5", 2, true},
      {"cut after two of three", "ab\xE5\xA7", 2, true},
      {"cut, but wrong already", "ab\xE0\x80", 2, false},
      {"bad in the ninth byte", "01234567\xFFxxxxxxxx", 8, false},
      {"GBK", "\xD0\xD5\xC3\xFB", 0, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(valid_utf8_prefix(c.text) == c.valid);
    CHECK(is_utf8(c.text) == (c.valid == c.text.size()));
    CHECK(is_utf8_head(c.text) == c.head);
  }
}
