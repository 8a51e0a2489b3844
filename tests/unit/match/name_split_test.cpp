#include "match/name_split.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "match/name_tokens.hpp"
#include "unit/match/name_lexicon_files.hpp"

using namespace kouan::match;

namespace {

const NameWords& real_words() {
  static const NameWords words =
      NameWords::build(test::real_source(test::real_concept_table())).value();
  return words;
}

/// Pieces with blanks between them; a piece without a word stands in brackets.
std::string cut(const char* name) {
  std::string text;
  for (const NamePiece& piece : name_pieces(real_words(), name_tokens(name, name_bytes_max))) {
    if (!text.empty()) text += ' ';
    text += piece.word != nullptr ? piece.text : "[" + piece.text + "]";
  }
  return text;
}

}  // namespace

TEST_CASE("a token that is no word is covered by words, or left alone", "[name]") {
  struct Case {
    const char* note;
    const char* name;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"glued English", "buyeremail", "buyer email"},
      {"a short word glued to the front of a short ending", "empsn", "emp sn"},
      {"part of a word is no word", "phonetic", "[phonetic]"},
      {"two words and a rest are no words", "usernameless", "[usernameless]"},
      {"a short word at the end is no ending", "teenage", "[teenage]"},
      {"pinyin behind unknown syllables", "zhongduanxingming", "[zhongduan] xingming"},
      {"a role and a name in pinyin", "toubaorendianhua", "toubaoren dianhua"},
      {"initials behind pinyin", "pizhunrenxm", "pizhunren xm"},
      {"a role and initials", "djrsfzh", "djr sfzh"},
      {"Chinese from the right", "登记人身份证号", "登记人 身份证号"},
      {"one character at the end of others is no name", "考区", "[考区]"},
      {"one character alone is", "省", "省"},
  }));
  CAPTURE(c.note);
  CHECK(cut(c.name) == c.want);
}

TEST_CASE("consecutive pieces become the longest word", "[name]") {
  const auto pieces =
      join_pieces(real_words(), name_pieces(real_words(), name_tokens("user_idCard_no", 256)));
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[1].text == "idcardno");
}
