#include "match/name_words.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace kouan;
using namespace kouan::match;

namespace {

NameLexiconSource small_source() {
  NameLexiconSource source;
  source.names = {{1, Certainty::likely, "id card no", NameStyle::en},
                  {2, Certainty::possible, "id card no", NameStyle::en},
                  {3, Certainty::likely, "telephone", NameStyle::en},
                  {4, Certainty::sure, "姓名", NameStyle::zh}};
  source.groups = {{"person", {"user", NameStyle::en}}};
  source.context = {{"name", "person", 4, Certainty::likely},
                    {"name", "", no_concept, Certainty::none}};
  source.roles = {{"buyer", {{"buyer", NameStyle::en}}}};
  return source;
}

}  // namespace

TEST_CASE("one spelling holds all that is said of a word, the surest meaning first", "[name]") {
  const auto words = NameWords::build(small_source());
  REQUIRE(words.has_value());
  const NameWordEntry* entry = words->find("idcardno");
  REQUIRE(entry != nullptr);
  REQUIRE(entry->meanings.size() == 2);
  CHECK(entry->meanings[0].concept_id == 1);
  CHECK(words->find("card") != nullptr);
  CHECK_FALSE(words->find("card")->is_name());
  CHECK(words->find("姓名")->meanings[0].certainty == Certainty::likely);
  CHECK(words->find("buyer")->role == 1);
  CHECK(words->find("buyer")->groups == words->find("user")->groups);
  CHECK(words->find("nobody") == nullptr);
}

TEST_CASE("one typing error in a long word is seen through", "[name]") {
  const auto words = NameWords::build(small_source());
  REQUIRE(words.has_value());
  struct Case {
    const char* note;
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({{"a letter missing", "telephne", true},
                                        {"a letter too many", "telephoone", true},
                                        {"another letter", "telephane", true},
                                        {"two swapped", "telehpone", true},
                                        {"the first letter missing", "elephone", true},
                                        {"the last letter missing", "telephon", true},
                                        {"another first letter", "delephone", true},
                                        {"another last letter", "telephona", true},
                                        {"a letter before", "xtelephone", true},
                                        {"a letter behind", "telephones", true},
                                        {"the first two swapped", "etlephone", true},
                                        {"the last two swapped", "telephoen", true},
                                        {"the same letters, elsewhere", "enohpelet", false},
                                        {"two errors", "telphne", false},
                                        {"the word itself", "telephone", false},
                                        {"too short", "phone", false}}));
  CAPTURE(c.note);
  std::string corrected;
  CHECK((words->find_misspelled(c.text, corrected) != nullptr) == c.want);
  if (c.want) CHECK(corrected == "telephone");
}

TEST_CASE("words are seen through between their least and most letters, and only alone", "[name]") {
  NameLexiconSource source;
  const std::string longest(NameWords::typo_letters_max, 'q');
  for (const std::string& name :
       {std::string("letter"), std::string("letters"), longest, longest + "qqq",
        std::string("balance"), std::string("balanse")}) {
    source.names.push_back({1, Certainty::likely, name, NameStyle::en});
  }
  source.names.push_back({1, Certainty::likely, "shoujihao", NameStyle::pinyin});
  source.names.push_back({1, Certainty::likely, "sjhmsjhm", NameStyle::initials});
  const auto words = NameWords::build(source);
  REQUIRE(words.has_value());
  struct Case {
    const char* note;
    std::string text;
    std::string want;
  };
  const Case cases[] = {{"seven letters", "lettexs", "letters"},
                        {"a name of eight of seven", "letterss", "letters"},
                        {"a word of six", "lettxer", ""},
                        {"a name of six", "ltters", ""},
                        {"40 letters", std::string(39, 'q') + "x", longest},
                        {"a name of 39", std::string(39, 'q'), longest},
                        {"a name of 41", std::string(41, 'q'), ""},
                        {"two words as near", "balanxe", ""},
                        {"pinyin", "shoujhiao", "shoujihao"},
                        {"initials", "sjhmsjhn", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.note);
    std::string corrected;
    CHECK((words->find_misspelled(c.text, corrected) != nullptr) == !c.want.empty());
    CHECK(corrected == c.want);
  }
}

TEST_CASE("a name that begins with a role has it inside, the longest one", "[name]") {
  NameLexiconSource source;
  for (const char* name :
       {"收货人姓名", "收货姓名", "buyername", "buyersname", "buyname", "人姓名"}) {
    const bool latin = name[0] == 'b';
    source.names.push_back({1, Certainty::likely, name, latin ? NameStyle::en : NameStyle::zh});
  }
  source.roles = {{"receiver", {{"收货人", NameStyle::zh}, {"人", NameStyle::zh}}},
                  {"buyer", {{"buyer", NameStyle::en}, {"buy", NameStyle::en}}},
                  {"buyers", {{"buyers", NameStyle::en}}}};
  const auto words = NameWords::build(source);
  REQUIRE(words.has_value());
  CHECK(words->find("收货人姓名")->role_inside == 1);
  CHECK(words->find("收货姓名")->role_inside == no_role);
  CHECK(words->find("buyername")->role_inside == 2);
  CHECK(words->find("buyersname")->role_inside == 3);
  CHECK(words->find("buyname")->role_inside == no_role);  // three bytes are an accident
  CHECK(words->find("人姓名")->role_inside == no_role);
  CHECK(words->find("buyer")->role_inside == no_role);
}

TEST_CASE("a lexicon that cannot be meant is refused, naming the word", "[name][error]") {
  NameLexiconSource source = small_source();
  SECTION("a name without letters") {
    source.names.push_back({1, Certainty::likely, "--", NameStyle::en});
    CHECK_THAT(NameWords::build(source).error().message, Catch::Matchers::Contains("'--'"));
  }
  SECTION("a context of a group that has no words") {
    source.context.push_back({"code", "nowhere", 1, Certainty::likely});
    CHECK_THAT(NameWords::build(source).error().message, Catch::Matchers::Contains("'nowhere'"));
  }
  SECTION("64 groups are the most") {
    for (int i = 1; i < 64; ++i) {
      source.groups.push_back({"g" + std::to_string(i), {"w", NameStyle::en}});
    }
    CHECK(NameWords::build(source).has_value());
    source.groups.push_back({"one more", {"w", NameStyle::en}});
    CHECK_FALSE(NameWords::build(source).has_value());
  }
}
