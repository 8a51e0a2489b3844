#include "judge/field_meaning.hpp"

#include <functional>
#include <string>

#include <catch2/catch.hpp>

#include "unit/judge/made_state.hpp"

namespace kouan {
namespace {

using test::MadeState;
using enum Certainty;

Profile corrected(const std::string& path, const std::string& to) {
  Profile profile;
  profile.fields[path] = to;
  profile.sources["fields." + path] = "kouan.yaml";
  return profile;
}

FieldMeanings meanings(const MadeState& made, const Profile& profile = {},
                       const FieldMeaningOptions& options = {}) {
  auto found = field_meanings(made.state, made.rules, profile, options);
  REQUIRE(found.has_value());
  return *std::move(found);
}

const FieldMeaning* meaning(const MadeState& made, const FieldMeanings& all,
                            const std::string& path, std::string_view item) {
  for (const auto& one : all.fields) {
    if (made.state.paths()[one.path].text == path && one.field_concept == made.item(item)) {
      return &one;
    }
  }
  return nullptr;
}

/// A column of different values.
FieldStatistics& fill(FieldStatistics& column, std::uint64_t values) {
  column.values = values;
  column.strings = values;
  for (std::uint64_t i = 0; i < values && i < 50; ++i) column.distinct.add(i * 977 + 1);
  return column;
}

FieldStatistics& constant(FieldStatistics& column, std::uint64_t values) {
  column.values = values;
  column.distinct.add(1);
  return column;
}

HitCounts strong(std::uint64_t hits) {
  return {hits, 0, hits, 0, 0};
}
HitCounts medium(std::uint64_t hits) {
  return {hits, 0, 0, hits, 0};
}
HitCounts weak(std::uint64_t hits) {
  return {hits, 0, 0, 0, 0};
}
HitCounts strong_inside(std::uint64_t hits) {
  return {0, hits, hits, 0, 0};
}
HitCounts medium_inside(std::uint64_t hits) {
  return {0, hits, 0, hits, 0};
}

struct Column {
  const char* note;
  std::string_view item;  // asked for
  std::string_view says;  // the name
  Certainty name;
  std::uint64_t values;
  HitCounts hits;
  Certainty want;
  bool key;
  bool stray = false;
};

TEST_CASE("a column decides by its name and the share of values that have the shape",
          "[field_meaning]") {
  const std::vector<Column> cases = {
      {"strong, 80 % of the column", "resident_id_number", "", none, 1000, strong(800), sure, true},
      {"strong, just below", "resident_id_number", "", none, 1000, strong(799), likely, true},
      {"strong, 20 %", "resident_id_number", "", none, 1000, strong(200), likely, true},
      {"strong, just below 20 %", "resident_id_number", "", none, 1000, strong(199), likely, false},
      {"medium without a name, 80 %", "mobile_phone", "", none, 1000, medium(800), sure, true},
      {"medium without a name, just below", "mobile_phone", "", none, 1000, medium(799), likely,
       false},
      {"medium, named", "mobile_phone", "mobile_phone", likely, 1000, medium(200), sure, true},
      {"medium, named, few", "mobile_phone", "mobile_phone", likely, 1000, medium(199), likely,
       true},
      {"medium, perhaps named", "mobile_phone", "mobile_phone", possible, 1000, medium(800), sure,
       true},
      {"medium, perhaps named, a part", "mobile_phone", "mobile_phone", possible, 1000, medium(200),
       likely, false},
      {"weak without a name is nothing", "passport_number", "", none, 1000, weak(1000), none,
       false},
      {"weak and named", "passport_number", "passport_number", likely, 1000, weak(800), sure, true},
      {"weak and perhaps named", "passport_number", "passport_number", possible, 1000, weak(800),
       likely, true},
      {"weak, named, a part", "passport_number", "passport_number", likely, 1000, weak(200), likely,
       true},
      {"one checksum in ten thousand", "resident_id_number", "", none, 10'000, strong(1), likely,
       false},
      {"rarer than that is a stray", "resident_id_number", "", none, 10'001, strong(1), likely,
       false, true},
      {"one phone in a million values", "mobile_phone", "", none, 1'000'000, medium(1), possible,
       false, true},
      {"the same where the name agrees", "mobile_phone", "mobile_phone", likely, 1'000'000,
       medium(1), likely, true},
      {"IDs in running text", "resident_id_number", "free_text", likely, 1000, strong_inside(30),
       likely, false},
      {"phones in running text", "mobile_phone", "free_text", likely, 1000, medium_inside(30),
       likely, false},
      {"phones in every text are no key", "mobile_phone", "free_text", likely, 1000,
       medium_inside(1000), likely, false},
      {"strong against a name, few values", "resident_id_number", "order_number", likely, 19,
       strong(19), likely, true},
      {"strong against a name, more values", "resident_id_number", "order_number", likely, 20,
       strong(20), sure, true},
      {"medium against a name", "mobile_phone", "order_number", likely, 1000, medium(1000), likely,
       true},
      {"a plain name column", "person_name", "person_name", likely, 5, {}, sure, false},
      {"an account column needs no shape", "user_id", "user_id", likely, 5, {}, sure, true},
      {"business fields are fields", "order_number", "order_number", likely, 5, {}, sure, false},
      {"important ones too", "source_code", "source_code", likely, 5, {}, sure, false},
      {"perhaps named, nothing against it", "gender", "gender", possible, 5, {}, possible, false},
      {"named ID, no valid one: the column is one still",
       "resident_id_number",
       "resident_id_number",
       likely,
       1000,
       {},
       likely,
       true},
      {"named phone, not one phone",
       "mobile_phone",
       "mobile_phone",
       likely,
       1000,
       {},
       possible,
       false},
      {"perhaps a phone, not one phone",
       "mobile_phone",
       "mobile_phone",
       possible,
       1000,
       {},
       none,
       false},
      {"empty", "person_name", "person_name", likely, 0, {}, none, false},
      {"a secret and its name", "password", "password", likely, 10, {}, sure, false},
  };
  for (const Column& c : cases) {
    CAPTURE(c.note);
    MadeState made;
    fill(made.column("$.x", c.says, c.name), c.values);
    if (c.hits.any() != 0) made.hits("$.x", c.item) = c.hits;
    const FieldMeanings all = meanings(made);
    const FieldMeaning* found = meaning(made, all, "$.x", c.item);
    CHECK((found == nullptr) == (c.want == none));
    if (found == nullptr) continue;
    CHECK(found->certainty == c.want);
    CHECK(found->key == c.key);
    CHECK(found->stray == c.stray);
    CHECK_FALSE(found->why.empty());
    CHECK(found->why.back() == '.');
    const BitMeaning& bit = all.bits[made.bit("$.x", c.item)];
    CHECK(bit.field_concept == made.item(c.item));
    CHECK(bit.certainty == c.want);
    CHECK(bit.key == c.key);
    CHECK(bit.likely_key == (c.key && c.want != sure));
  }
}

TEST_CASE("the kind of the values can speak against a name", "[field_meaning]") {
  struct Kind {
    const char* note;
    std::string_view says;
    std::uint64_t numbers, booleans;
    Certainty want;
  };
  const auto c = GENERATE(values<Kind>({
      {"names that are numbers", "person_name", 10, 0, none},
      {"names, one of them a number", "person_name", 1, 0, sure},
      {"names that are yes or no", "person_name", 0, 10, none},
      {"accounts that are numbers", "user_id", 10, 0, sure},
      {"accounts that are yes or no", "user_id", 0, 10, none},
      {"a coded gender", "gender", 10, 0, sure},
      {"a diagnosis of yes or no", "diagnosis", 0, 10, sure},
  }));
  CAPTURE(c.note);
  MadeState made;
  auto& column = fill(made.column("$.x", c.says, likely), 10);
  column.numbers = c.numbers;
  column.booleans = c.booleans;
  const FieldMeanings all = meanings(made);
  CHECK(all.bits[made.bit("$.x", c.says)].certainty == c.want);
}

TEST_CASE("one value in so many rows tells nobody apart", "[field_meaning]") {
  struct Case {
    const char* note;
    std::string_view says;
    std::uint64_t values;
    Certainty want;
    bool key;
  };
  const auto c = GENERATE(values<Case>({
      {"twenty times the same account", "user_id", 20, sure, true},
      {"twenty-one times the same account", "user_id", 21, possible, false},
      {"twenty-one times the same gender", "gender", 21, sure, false},
      {"twenty-one times the same name", "person_name", 21, likely, false},
  }));
  CAPTURE(c.note);
  MadeState made;
  constant(made.column("$.x", c.says, likely), c.values);
  const FieldMeanings all = meanings(made);
  REQUIRE(all.fields.size() == 1);
  CHECK(all.fields[0].certainty == c.want);
  CHECK(all.fields[0].key == c.key);
  const bool said = all.fields[0].why.find("always the same value") != std::string::npos;
  CHECK(said == (c.values == 21));
}

TEST_CASE("masked, hashed and encrypted columns keep their meaning and key nobody",
          "[field_meaning]") {
  struct Case {
    const char* note;
    std::string_view says;
    std::uint64_t masked, hashed, opaque;
    Certainty want;
    const char* deidentified;
    bool key;
  };
  const auto c = GENERATE(values<Case>({
      {"half of the phones are masked", "mobile_phone", 50, 0, 0, likely, "masked", false},
      {"fewer are masked", "user_id", 49, 0, 0, sure, "", true},
      {"80 % of the phones are hashed", "mobile_phone", 0, 80, 0, likely, "hashed", false},
      {"fewer are hashed", "resident_id_number", 0, 79, 0, likely, "", true},
      {"names are hashed", "person_name", 0, 100, 0, likely, "hashed", false},
      {"a hashed account is an account", "user_id", 0, 100, 0, sure, "", true},
      {"a hashed password is a password", "password", 0, 100, 0, sure, "", false},
      {"80 % of the phones are opaque", "mobile_phone", 0, 0, 80, likely, "opaque", false},
      {"fewer are opaque", "resident_id_number", 0, 0, 79, likely, "", true},
      {"names are opaque", "person_name", 0, 0, 100, likely, "opaque", false},
      {"an opaque account is an account", "user_id", 0, 0, 100, sure, "", true},
  }));
  CAPTURE(c.note);
  MadeState made;
  auto& column = fill(made.column("$.x", c.says, likely), 100);
  column.masked = c.masked;
  column.hashed = c.hashed;
  column.opaque = c.opaque;
  const FieldMeanings all = meanings(made);
  REQUIRE(all.fields.size() == 1);
  CHECK(all.fields[0].certainty == c.want);
  CHECK(all.fields[0].deidentified == c.deidentified);
  CHECK(all.fields[0].key == c.key);
}

TEST_CASE("identifiers that lost digits count as what they were", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.a"), 100);
  made.hits("$.a", "resident_id_number").damaged = 100;
  fill(made.column("$.b", "resident_id_number", likely), 100);
  made.hits("$.b", "resident_id_number") = {95, 0, 95, 0, 5};
  const FieldMeanings all = meanings(made);
  const auto* lost = meaning(made, all, "$.a", "resident_id_number");
  REQUIRE(lost != nullptr);
  CHECK(lost->damaged);
  CHECK(lost->certainty == likely);
  const auto* some = meaning(made, all, "$.b", "resident_id_number");
  REQUIRE(some != nullptr);
  CHECK(some->damaged);
  CHECK(some->certainty == sure);
  CHECK(some->match_per_million == 950'000);
}

TEST_CASE("a document column of three kinds has three meanings and a rest", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.doc", "id_document_number", likely), 1000);
  made.hits("$.doc", "resident_id_number") = strong(600);
  made.hits("$.doc", "passport_number") = weak(250);
  made.hits("$.doc", "driving_licence_number") = weak(50);
  const FieldMeanings all = meanings(made);
  CHECK(all.fields.size() == 4);
  const auto* resident = meaning(made, all, "$.doc", "resident_id_number");
  REQUIRE(resident != nullptr);
  CHECK(resident->certainty == sure);
  CHECK(resident->match_per_million == 600'000);
  const auto* passport = meaning(made, all, "$.doc", "passport_number");
  REQUIRE(passport != nullptr);
  CHECK(passport->certainty == likely);
  CHECK(passport->key);
  REQUIRE(meaning(made, all, "$.doc", "driving_licence_number") != nullptr);
  CHECK(meaning(made, all, "$.doc", "id_document_number")->certainty == sure);
}

TEST_CASE("a name is dropped where other values fill the column", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.x", "mobile_phone", likely), 100);
  made.hits("$.x", "email") = medium(100);
  fill(made.column("$.y", "user_id", likely), 100);
  made.hits("$.y", "mobile_phone") = medium(100);
  const FieldMeanings all = meanings(made);
  CHECK(meaning(made, all, "$.x", "mobile_phone") == nullptr);
  CHECK(all.bits[made.bit("$.x", "mobile_phone")].certainty == none);
  CHECK(meaning(made, all, "$.y", "user_id")->certainty == likely);
  CHECK(meaning(made, all, "$.y", "mobile_phone")->certainty == likely);
}

TEST_CASE("a person's correction outweighs name and values", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.x", "mobile_phone", likely), 100);
  made.hits("$.x", "mobile_phone") = medium(100);

  SECTION("none: the path counts as nothing, and the report still names it") {
    const FieldMeanings all = meanings(made, corrected("$.x", "none"));
    REQUIRE(all.fields.size() == 1);
    CHECK(all.fields[0].certainty == none);
    CHECK(all.fields[0].corrected_by == "kouan.yaml");
    CHECK_FALSE(all.fields[0].key);
    CHECK(all.bits[made.bit("$.x", "mobile_phone")].certainty == none);
    CHECK_FALSE(all.bits[made.bit("$.x", "mobile_phone")].key);
  }
  SECTION("another concept: every bit of the path means it") {
    const FieldMeanings all = meanings(made, corrected("$.x", "order_number"));
    REQUIRE(all.fields.size() == 1);
    CHECK(all.fields[0].field_concept == made.item("order_number"));
    CHECK(all.fields[0].certainty == sure);
    CHECK(all.fields[0].corrected_by == "kouan.yaml");
    const BitMeaning& bit = all.bits[made.bit("$.x", "mobile_phone")];
    CHECK(bit.field_concept == made.item("order_number"));
    CHECK_FALSE(bit.key);
  }
  SECTION("an identifier: it keys persons for certain") {
    const FieldMeanings all = meanings(made, corrected("$.x", "member_number"));
    const BitMeaning& bit = all.bits[made.bit("$.x", "mobile_phone")];
    CHECK(bit.field_concept == made.item("member_number"));
    CHECK(bit.key);
    CHECK_FALSE(bit.likely_key);
  }
  SECTION("what stands in running text stays what it is") {
    fill(made.column("$.note"), 100);
    made.hits("$.note", "mobile_phone") = medium_inside(30);
    const FieldMeanings all = meanings(made, corrected("$.note", "free_text"));
    CHECK(meaning(made, all, "$.note", "free_text")->certainty == sure);
    CHECK(meaning(made, all, "$.note", "mobile_phone")->certainty == likely);
    CHECK(all.bits[made.bit("$.note", "mobile_phone")].field_concept == made.item("mobile_phone"));
  }
  SECTION("a path without rows says that it must be scanned again") {
    fill(made.column("$.other"), 100);
    const FieldMeanings all = meanings(made, corrected("$.other", "user_id"));
    const auto* found = meaning(made, all, "$.other", "user_id");
    REQUIRE(found != nullptr);
    CHECK(found->why.find("scan again") != std::string::npos);
  }
}

TEST_CASE("a dropped path counts as nothing, and so does what is below it", "[field_meaning]") {
  MadeState made;
  for (const char* path : {"$.to.phone", "$.to[*].phone", "$.tools", "$.to"}) {
    fill(made.column(path, "user_id", likely), 100);
  }
  const FieldMeanings all = meanings(made, {}, {{}, {"$.to"}});
  REQUIRE(all.fields.size() == 1);
  CHECK(made.state.paths()[all.fields[0].path].text == "$.tools");
  CHECK(all.bits[made.bit("$.to.phone", "user_id")].certainty == none);
  CHECK_FALSE(all.bits[made.bit("$.to.phone", "user_id")].key);
}

TEST_CASE("option --subject leaves only the identifiers that it names", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.a", "user_id", likely), 100);
  fill(made.column("$.b", "user_id", likely), 100);
  fill(made.column("$.c", "member_number", likely), 100);
  const auto keys = [&](std::vector<std::string> subjects) {
    std::string paths;
    for (const auto& one : meanings(made, {}, {std::move(subjects), {}}).fields) {
      if (one.key) paths += made.state.paths()[one.path].text + " ";
    }
    return paths;
  };
  CHECK(keys({}) == "$.a $.b $.c ");
  CHECK(keys({"user_id"}) == "$.a $.b ");
  CHECK(keys({"$.b"}) == "$.b ");
  CHECK(keys({"$.a", "member_number"}) == "$.a $.c ");
}

TEST_CASE("a name that is not there is refused with the nearest one", "[field_meaning][error]") {
  struct Case {
    const char* note;
    Profile profile;
    FieldMeaningOptions options;
    const char* says;
  };
  const std::vector<Case> cases = {
      {"path of a correction", corrected("$.user_di", "user_id"), {}, "did you mean '$.user_id'"},
      {"an object is no column", corrected("$.to", "none"), {}, "expected a path"},
      {"concept of a correction", corrected("$.user_id", "user_idd"), {}, "did you mean 'user_id'"},
      {"path to drop", {}, {{}, {"$.nothing"}}, "--without"},
      {"subject path", {}, {{"$.userid"}, {}}, "did you mean '$.user_id'"},
      {"subject concept", {}, {{"usr_id"}, {}}, "did you mean 'user_id'"},
      {"subject that identifies nobody", {}, {{"gender"}, {}}, "tells persons apart"},
  };
  MadeState made;
  fill(made.column("$.user_id", "user_id", likely), 100);
  fill(made.column("$.to.phone", "mobile_phone", likely), 100);
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const auto found = field_meanings(made.state, made.rules, c.profile, c.options);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::invalid_usage);
    CHECK_THAT(found.error().message, Catch::Matchers::Contains(c.says));
  }
}

TEST_CASE("meanings stand in the order of paths and concepts", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.b", "person_name", likely), 10);
  fill(made.column("$.a", "user_id", likely), 10);
  made.hits("$.a", "mobile_phone") = medium(10);
  const FieldMeanings all = meanings(made);
  REQUIRE(all.fields.size() == 3);
  CHECK(all.fields[0].field_concept == made.item("mobile_phone"));
  CHECK(all.fields[1].field_concept == made.item("user_id"));
  CHECK(made.state.paths()[all.fields[2].path].text == "$.b");
}

TEST_CASE("a value rule of a list is a fact without a meaning", "[field_meaning]") {
  MadeState made;
  fill(made.column("$.x"), 10);
  const BitId bit = made.bit("$.x", "rule:1");
  const FieldMeanings all = meanings(made);
  CHECK(all.fields.empty());
  CHECK(all.bits[bit].certainty == sure);
  CHECK(all.bits[bit].field_concept == no_concept);
  CHECK(meanings(made, {}, {{}, {"$.x"}}).bits[bit].certainty == none);
}

TEST_CASE("a bit that lost its path counts as the most doubtful of its meaning",
          "[field_meaning]") {
  MadeState made;
  fill(made.column("$.a", "user_id", likely), 100);
  fill(made.column("$.b", "user_id", possible), 100);
  const BitId bit = made.bit(ScanState::coarse_path, "user_id");
  const FieldMeanings all = meanings(made);
  CHECK(all.bits[bit].certainty == possible);
  CHECK(all.bits[bit].key);
  CHECK(all.bits[bit].likely_key);
}

}  // namespace
}  // namespace kouan
