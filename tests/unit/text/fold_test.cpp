#include "text/fold.hpp"

#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace kouan::text;

TEST_CASE("characters that are mixed up get one spelling", "[fold]") {
  struct Case {
    const char* note;
    std::string text, want;
  };
  const std::vector<Case> cases = {
      {"full-width digits and letters", "１３８ａｂＸ", "138abX"},
      {"first and last full-width form", "\uFF01\uFF5E", "!~"},
      {"the neighbours of the full-width forms stay", "\uFF00\uFF5F", "\uFF00\uFF5F"},
      {"full-width punctuation", "（姓名）：＠", "(姓名):@"},
      {"ideographic space", "张　三", "张 三"},
      {"no-break and thin spaces", "a\u00A0b\u2009c\u202Fd", "a b c d"},
      {"zero-width characters", "1\u200B3\u200C8\u200D0\uFEFF", "1380"},
      {"soft hyphen", "mo\u00ADbile", "mobile"},
      {"bidi controls", "\u202Eabc\u202C\u2066d\u2069\u061C", "abcd"},
      {"variation selector and combining grapheme joiner", "a\uFE0Fb\u034F", "ab"},
      {"tag character", "a\U000E0041b", "ab"},
      {"Hangul filler", "a\u3164b", "ab"},
      {"hyphens and dashes", "1\u20101\u20111\u20131\u20141\u22121\uFE631\uFF0D1",
       "1-1-1-1-1-1-1-1"},
      {"Arabic-Indic digits, both rows", "\u0660\u0669\u06F0\u06F9", "0909"},
      {"Devanagari digits", "\u0967\u0968", "12"},
      {"mathematical digits", "\U0001D7CE\U0001D7D7\U0001D7F6\U0001D7FF", "0909"},
      {"circled digits stay", "①②⓪", "①②⓪"},
      {"superscripts and fractions stay", "m²½", "m²½"},
      {"Chinese numerals stay", "一二三〇", "一二三〇"},
      {"mathematical letters stay", "\U0001D400", "\U0001D400"},
      {"Han punctuation stays", "、。“”…·", "、。“”…·"},
      {"the sound mark of katakana is no dash", "データ", "データ"},
      {"ill-formed bytes stay", "\xFF\xEF\xBC１",
       "\xFF\xEF\xBC"
       "1"},
      {"nothing but what goes", "\u200B\uFEFF", ""},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(folded(c.text) == c.want);
    CHECK(needs_fold(c.text) == (c.text != c.want));
    CHECK_FALSE(needs_fold(c.want));  // folding twice changes nothing
  }
}

TEST_CASE("a character that folds is found wherever it stands", "[fold]") {
  for (std::size_t before = 0; before < 70; ++before) {
    const std::string front = std::string(before, 'a');
    CAPTURE(before);
    CHECK(folded(front + "５" + std::string(40, 'b')) == front + "5" + std::string(40, 'b'));
    CHECK_FALSE(needs_fold(front + "姓名" + std::string(40, 'b')));
  }
}

TEST_CASE("offsets lead back to the bytes that the folded text came from", "[fold]") {
  std::string out;
  std::vector<std::uint32_t> offsets = {99};
  fold("a\u200B１姓\uFF0Dz", out, &offsets);  // a, 3 bytes gone, 3 -> 1, 3 kept, 3 -> 1, z
  CHECK(out == "a1姓-z");
  CHECK(offsets == std::vector<std::uint32_t>{0, 4, 7, 8, 9, 10, 13, 14});
}

TEST_CASE("text that does not fold has the offsets of itself", "[fold]") {
  std::string out = "old";
  std::vector<std::uint32_t> offsets;
  fold("ab", out, &offsets);
  CHECK(out == "ab");
  CHECK(offsets == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("no code point gets longer by folding, and none folds twice", "[fold]") {
  std::string text;
  std::string out;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    text.clear();
    append(text, value);
    fold(text, out);
    if (out.size() > text.size() || needs_fold(out))
      FAIL("code point " << static_cast<std::uint32_t>(value));
  }
  SUCCEED();
}
