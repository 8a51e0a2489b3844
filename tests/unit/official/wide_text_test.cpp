#include "official/wide_text.hpp"

#include <catch2/catch.hpp>

namespace kouan::official {

TEST_CASE("text becomes characters and text again", "[official]") {
  CHECK(wide("1万人").size() == 3);
  CHECK(narrow(wide("1万人（含）")) == "1万人（含）");
}

TEST_CASE("plain text has half-width marks and no blanks but between digits", "[official]") {
  struct Case {
    const char* note;
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"full-width digits and brackets", "１０万人（含）", "10万人(含)"},
      {"blanks and wide blanks go", "10 万　人 以上", "10万人以上"},
      {"a blank between digits stays", "1 2", "1 2"},
      {"line ends stay, returns do not", "甲\r\n乙", "甲\n乙"},
  }));
  CAPTURE(c.note);
  CHECK(narrow(plain(c.text)) == c.want);
}

TEST_CASE("a text on one line keeps blanks only between words", "[official]") {
  CHECK(one_line(" 甲\n乙 ") == "甲乙");
  CHECK(one_line("a \n b") == "a b");
  CHECK(one_line("\n").empty());
  CHECK(without_blanks(" 数据基本特征与\n描述　") == "数据基本特征与描述");
}

TEST_CASE("numbers of items are taken off, other numbers are not", "[official]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({{"1. 甲", "甲"},
                                        {"12、甲", "甲"},
                                        {"(2)甲", "甲"},
                                        {"（三）甲", "甲"},
                                        {"④甲", "甲"},
                                        {"一、甲", "甲"},
                                        {"2.1万人", "2.1万人"},
                                        {"100万人", "100万人"},
                                        {"一般数据", "一般数据"},
                                        {"（甲）", "（甲）"},
                                        {"1234. 甲", "1234. 甲"},
                                        {"", ""}}));
  CAPTURE(c.text);
  const std::u32string text = wide(c.text);
  CHECK(narrow(without_number(text)) == c.want);
}

}  // namespace kouan::official
