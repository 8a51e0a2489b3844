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
                                        {"two errors", "telphne", false},
                                        {"the word itself", "telephone", false},
                                        {"too short", "phone", false}}));
  CAPTURE(c.note);
  std::string corrected;
  CHECK((words->find_misspelled(c.text, corrected) != nullptr) == c.want);
  if (c.want) CHECK(corrected == "telephone");
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
