#include "match/name_pinyin.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace kouan::match;

TEST_CASE("a run of letters is pinyin if syllables cover it", "[name][pinyin]") {
  struct Case {
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({{"xingming", true},
                                        {"shenfenzhenghao", true},
                                        {"zhuangtai", true},
                                        {"lvxing", true},
                                        {"xian", true},
                                        {"phone", false},
                                        {"xingm", false},
                                        {"sjh", false},
                                        {"", true}}));
  CAPTURE(c.text);
  const std::string text = c.text;
  CHECK(pinyin_prefixes(text)[text.size()] == c.want);
}

TEST_CASE("a syllable is told from two", "[name][pinyin]") {
  CHECK(is_pinyin_syllable("ming"));
  CHECK(is_pinyin_syllable("zhuang"));
  CHECK_FALSE(is_pinyin_syllable("mima"));
  CHECK_FALSE(is_pinyin_syllable("b"));
  CHECK_FALSE(is_pinyin_syllable(""));
}
