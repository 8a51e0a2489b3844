#include "match/name_lexicon.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace kouan;
using namespace kouan::match;

namespace {

constexpr ConceptId person = 0;
constexpr ConceptId phone = 1;
constexpr ConceptId identity = 2;

NameLexicon small_lexicon() {
  NameLexiconSource source;
  source.names = {{phone, Certainty::likely, "phone", NameStyle::en},
                  {phone, Certainty::likely, "手机号", NameStyle::zh},
                  {phone, Certainty::possible, "sjh", NameStyle::initials},
                  {person, Certainty::likely, "姓名", NameStyle::zh},
                  {identity, Certainty::likely, "证件类型", NameStyle::zh}};
  source.parts = {{WordPart::negating_head, {"type", NameStyle::en}},
                  {WordPart::negating_head, {"类型", NameStyle::zh}},
                  {WordPart::negating_anywhere, {"is", NameStyle::en}},
                  {WordPart::transparent, {"hash", NameStyle::en}}};
  source.groups = {{"person", {"user", NameStyle::en}}, {"thing", {"file", NameStyle::en}}};
  source.context = {{"name", "person", person, Certainty::likely},
                    {"name", "thing", no_concept, Certainty::none},
                    {"name", "", person, Certainty::possible}};
  source.roles = {{"buyer", {{"buyer", NameStyle::en}, {"买家", NameStyle::zh}}},
                  {"receiver", {{"receiver", NameStyle::en}}}};
  return NameLexicon::build(source).value();
}

}  // namespace

TEST_CASE("a name is read by its head, and the comment outweighs it", "[name]") {
  struct Case {
    const char* note;
    NameQuery query;
    ConceptId want;
    Certainty certainty;
  };
  const auto c = GENERATE(values<Case>({
      {"a name alone is likely at most", {"phone", "", ""}, phone, Certainty::likely},
      {"short initials are possible", {"sjh", "", ""}, phone, Certainty::possible},
      {"an agreeing comment makes it sure", {"phone", "", "手机号"}, phone, Certainty::sure},
      {"a doubtful name gains no more than the comment",
       {"sjh", "", "手机号"},
       phone,
       Certainty::likely},
      {"a comment alone is likely", {"c7", "", "手机号（必填）"}, phone, Certainty::likely},
      {"a comment of another meaning wins", {"phone", "", "姓名"}, person, Certainty::likely},
      {"an unknown comment changes nothing", {"phone", "", "四字以内"}, phone, Certainty::likely},
      {"a type is no phone", {"phone_type", "", ""}, no_concept, Certainty::none},
      {"a type's phone is", {"type_phone", "", ""}, phone, Certainty::likely},
      {"a comment that speaks of the type denies it",
       {"phone", "", "手机号类型"},
       no_concept,
       Certainty::none},
      {"a comment on another type leaves it possible",
       {"phone", "", "姓名类型"},
       phone,
       Certainty::possible},
      {"a word in any place denies", {"is_phone", "", ""}, no_concept, Certainty::none},
      {"a hash of a phone is one", {"phone_hash", "", ""}, phone, Certainty::likely},
      {"a user's name", {"name", "t_user", ""}, person, Certainty::likely},
      {"a file's name", {"name", "file", ""}, no_concept, Certainty::none},
      {"the nearest word of a chain settles", {"name", "file.user", ""}, person, Certainty::likely},
      {"nobody's name", {"name", "", ""}, person, Certainty::possible},
      {"the name's own words outweigh the parent",
       {"file_name", "user", ""},
       no_concept,
       Certainty::none},
      {"an unknown word in front leaves a doubt",
       {"xyz_name", "user", ""},
       person,
       Certainty::possible},
      {"a head behind of", {"name_of_buyer", "", ""}, person, Certainty::likely},
      {"nothing known", {"zzz", "", ""}, no_concept, Certainty::none},
      {"nothing at all", {"", "", ""}, no_concept, Certainty::none},
  }));
  CAPTURE(c.note);
  const NameReading reading = small_lexicon().read(c.query);
  CAPTURE(reading.why);
  CHECK(reading.concept_id == c.want);
  CHECK(reading.certainty == c.certainty);
  CHECK(reading.why.back() == '.');
}

TEST_CASE("a role is separated from what it owns", "[name][role]") {
  const NameLexicon lexicon = small_lexicon();
  CHECK(lexicon.role_id_text(lexicon.read({"buyer_phone", "", ""}).role) == "buyer");
  CHECK(lexicon.role_id_text(lexicon.read({"phoneReceiver", "", ""}).role) == "receiver");
  CHECK(lexicon.read({"phone", "buyer", ""}).role == no_role);
  CHECK(lexicon.role_of("buyer") == lexicon.find_role("buyer"));
  CHECK(lexicon.role_of("买家信息") == lexicon.find_role("buyer"));
  CHECK(lexicon.role_of("phones") == no_role);
  CHECK(lexicon.role_of("") == no_role);
  CHECK(lexicon.find_role("nobody") == no_role);
  CHECK(lexicon.role_id_text(no_role).empty());
  CHECK(lexicon.role_id_text(99).empty());
}

TEST_CASE("the runner-up of a comment that wins is what the name said", "[name]") {
  const NameReading reading = small_lexicon().read({"phone", "", "姓名"});
  CHECK(reading.second == phone);
}

TEST_CASE("a name longer than the limit is cut, and the reading says so", "[name][limit]") {
  const NameLexicon lexicon = small_lexicon();
  const std::string at_limit = std::string(name_bytes_max - 6, 'z') + "_phone";
  const NameReading whole = lexicon.read({at_limit, "", ""});
  CHECK(whole.concept_id == phone);
  CHECK_THAT(whole.why, !Catch::Matchers::Contains("bytes were read"));
  const NameReading cut = lexicon.read({"z" + at_limit, "", ""});
  CHECK(cut.concept_id == no_concept);
  CHECK_THAT(cut.why, Catch::Matchers::Contains("only the first 256 bytes were read"));
}

TEST_CASE("names made to be slow are read at once", "[name][limit]") {
  const NameLexicon lexicon = small_lexicon();
  std::string han;
  for (int i = 0; i < 100'000; ++i) han += "手";
  const std::string letters(300'000, 'a');
  std::string words;
  for (int i = 0; i < 50'000; ++i) words += "phone_";
  for (const std::string& name : {han, letters, words}) {
    CHECK_THAT(lexicon.read({name, name, name}).why, Catch::Matchers::Contains("bytes were read"));
  }
}

TEST_CASE("roles that stand twice or have no id are refused", "[name][error]") {
  NameLexiconSource source;
  source.roles = {{"buyer", {}}, {"buyer", {}}};
  CHECK(NameLexicon::build(source).error().code == ErrorCode::invalid_rule);
  source.roles = {{"", {}}};
  CHECK_FALSE(NameLexicon::build(source).has_value());
  source.roles.clear();
  CHECK(NameLexicon::build(source).has_value());
}
