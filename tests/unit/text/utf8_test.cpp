#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace kouan::text;
using namespace std::string_literals;

TEST_CASE("only well-formed sequences are UTF-8", "[utf8]") {
  struct Case {
    const char* note;
    std::string text;
    bool want;
  };
  const std::vector<Case> cases = {
      {"empty", "", true},
      {"ASCII, longer than a block", "plain text of 20 char", true},
      {"NUL is a character", "a\0b"s, true},
      {"two, three and four bytes", "é姓😀", true},
      {"the last code point before the surrogates", "\xED\x9F\xBF", true},
      {"a surrogate", "\xED\xA0\x80", false},
      {"the highest code point", "\xF4\x8F\xBF\xBF", true},
      {"one above the highest", "\xF4\x90\x80\x80", false},
      {"overlong slash in two bytes", "\xC0\xAF", false},
      {"overlong in three bytes", "\xE0\x9F\xBF", false},
      {"the shortest allowed in three bytes", "\xE0\xA0\x80", true},
      {"overlong in four bytes", "\xF0\x8F\xBF\xBF", false},
      {"a lone continuation byte", "\x80", false},
      {"cut off at the end", "abcdefgh\xE5\xA7", false},
      {"GB18030 bytes of two Han characters", "\xD0\xD5\xC3\xFB", false},
      {"a byte that UTF-8 never uses", "\xFF", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(is_utf8(c.text) == c.want);
    CHECK((to_utf8(c.text) == c.text) == c.want);
    CHECK(is_utf8(to_utf8(c.text)));
  }
}

TEST_CASE("what append() writes, decode() reads", "[utf8]") {
  for (const char32_t value : {0x0U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    std::string text;
    append(text, value);
    const CodePoint point = decode(text, 0);
    CAPTURE(value);
    CHECK(point.valid);
    CHECK(point.value == value);
    CHECK(point.size == text.size());
  }
}

TEST_CASE("no surrogate and nothing above 10FFFF is ever written", "[utf8]") {
  for (const char32_t value : {0xD800U, 0xDFFFU, 0x110000U}) {
    std::string text;
    append(text, value);
    CHECK(text == "\xEF\xBF\xBD");
  }
}

TEST_CASE("an ill-formed sequence becomes one replacement character", "[utf8]") {
  CHECK(to_utf8("a\xE5\xA7z") == "a\xEF\xBF\xBDz");  // a maximal subpart
  CHECK(to_utf8("\xFF\xFE") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("characters are counted and taken from both ends", "[utf8]") {
  const std::string text = "张a三😀";
  CHECK(characters(text) == 4);
  CHECK(characters("\xFFz") == 2);
  CHECK(first_characters(text, 0).empty());
  CHECK(first_characters(text, 2) == "张a");
  CHECK(first_characters(text, 9) == text);
  CHECK(last_characters(text, 0).empty());
  CHECK(last_characters(text, 2) == "三😀");
  CHECK(last_characters(text, 9) == text);
}

TEST_CASE("a cut never splits a character and never exceeds its bytes", "[utf8]") {
  const std::string text = "a张😀b";  // 1 + 3 + 4 + 1 bytes
  const std::vector<std::size_t> want = {0, 1, 1, 1, 4, 4, 4, 4, 8, 9, 9};
  for (std::size_t bytes = 0; bytes < want.size(); ++bytes) {
    CAPTURE(bytes);
    CHECK(cut(text, bytes).size() == want[bytes]);
  }
  CHECK(cut("\x80\x80\x80\x80\x80", 3).size() == 3);
}
