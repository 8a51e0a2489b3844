#include "ruleset/added_lists.hpp"

#include <catch2/catch.hpp>

#include "pack/ustar.hpp"
#include "ruleset/rule_set.hpp"
#include "unit/ruleset/rule_folder.hpp"

namespace kouan {
namespace {

SigningKey key_of(unsigned char first) {
  std::array<unsigned char, 32> seed{};
  seed.front() = first;
  return SigningKey::of_seed(seed);
}

std::string packed(const std::vector<pack::PackedFile>& files,
                   const std::vector<std::string>& requirements = {},
                   const SigningKey* key = nullptr) {
  const auto bytes = pack::write_pack(files, requirements, key);
  REQUIRE(bytes.has_value());
  return *bytes;
}

RuleSources in_folder(const RuleFolder& folder) {
  RuleSources sources;
  sources.user_directory = folder.path();
  sources.host.version = "0.1.0";
  return sources;
}

RuleSet must_load(const RuleSources& sources) {
  auto rules = load_rules(sources);
  if (!rules) FAIL(rules.error().origin.file << ": " << rules.error().message);
  return *std::move(rules);
}

const AddedSource& only(const RuleSet& rules) {
  REQUIRE(rules.added.size() == 1);
  return rules.added.front();
}

}  // namespace

TEST_CASE("the lists of a pack are loaded, named or found, and its cases are none", "[ruleset]") {
  const RuleFolder folder;
  const SigningKey key = key_of(1);
  const std::string file =
      folder.write("a.tar", packed({{"a.yaml", list_text("example/a")},
                                    {"deep/b.yaml", list_text("example/b")},
                                    {"a.cases.yaml", "rules: example/a\ncases: []\n"}},
                                   {"kouan >= 0.1"}, &key));
  RuleSources named;
  named.list_files = {file};
  named.host.version = "0.1.0";
  for (const RuleSources& sources : {in_folder(folder), named}) {
    const RuleSet rules = must_load(sources);
    CHECK(rules.find_list("example/a") != nullptr);
    REQUIRE(rules.find_list("example/b") != nullptr);
    CHECK(rules.find_list("example/b")->file == file + "!deep/b.yaml");
    CHECK(only(rules).status == LoadStatus::loaded);
    CHECK(only(rules).lists == std::vector<std::string>{"example/a", "example/b"});
    CHECK(only(rules).signer == key.public_key().text());
    CHECK_FALSE(only(rules).trusted);
    CHECK(rules.digest != must_load({}).digest);
  }
}

TEST_CASE(
    "what the user keeps and cannot be used is skipped or failed, with the reason, and the "
    "rest is loaded",
    "[ruleset]") {
  struct Case {
    const char *note, *name;
    std::string bytes;
    LoadStatus status;
    const char* reason;
  };
  const std::string sound = packed({{"a.yaml", list_text("example/a")}});
  std::string damaged = sound;
  damaged[700] = static_cast<char>(damaged[700] ^ 1);
  const std::vector<Case> cases = {
      {"a list for a later kouan", "a.yaml",
       list_text("example/a", "requires: [\"kouan >= 99\"]\nnew_key: 1\n"), LoadStatus::skipped,
       "this is kouan 0.1.0"},
      {"a pack for a later kouan", "a.tar",
       packed({{"a.yaml", list_text("example/a")}}, {"kouan >= 99"}), LoadStatus::skipped,
       "this is kouan 0.1.0"},
      {"a pack with a list that needs a plugin", "a.tar",
       packed({{"a.yaml", list_text("example/a", "requires: [\"plugin org.example.vin\"]\n")}}),
       LoadStatus::skipped, "which is not loaded"},
      {"a damaged pack", "a.tar", damaged, LoadStatus::failed, "expected "},
      {"no pack", "a.tar", std::string(600, 'x'), LoadStatus::failed, "header of a ustar member"},
      {"an archive of something else", "a.tar", pack::write_ustar({{"a.yaml", "id: 1\n"}}),
       LoadStatus::failed, "begins with MANIFEST.json"},
      {"a pack with a list that is none", "a.tar",
       packed({{"a.yaml", list_text("example/a")}, {"b.yaml", "id: [\n"}}), LoadStatus::failed,
       "b.yaml: "},
      {"a pack with a wrong requirement", "a.tar",
       packed({{"a.yaml", list_text("example/a")}}, {"kouan < 1"}), LoadStatus::failed,
       "expected a requirement like"},
      {"a pack with a list that is there", "a.tar",
       packed({{"a.yaml", list_text("example/a")}, {"b.yaml", list_text("beijing/2024")}}),
       LoadStatus::failed, "expected each list id once"},
      {"a pack that takes over from nowhere", "a.tar",
       packed({{"a.yaml", list_text("example/a", "carries_over: [\"example/none#x\"]\n")}}),
       LoadStatus::failed, "names no list that is loaded"},
      {"a pack that takes over from itself", "a.tar",
       packed({{"a.yaml", list_text("example/a", "carries_over: [\"example/a#retail\"]\n")}}),
       LoadStatus::failed, "takes over from itself"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const RuleFolder folder;
    const std::string file = folder.write(c.name, c.bytes);
    folder.write("z.yaml", list_text("example/z"));
    const RuleSet rules = must_load(in_folder(folder));
    CHECK(rules.find_list("example/a") == nullptr);
    CHECK(rules.find_list("example/z") != nullptr);
    CHECK(rules.find_list("beijing/2024") != nullptr);
    REQUIRE(rules.added.size() == 2);
    CHECK(count_of(rules.added, LoadStatus::loaded) == 1);
    const AddedSource& left = rules.added[rules.added[0].status == LoadStatus::loaded ? 1 : 0];
    CHECK(left.status == c.status);
    CHECK(left.lists.empty());
    CHECK_THAT(left.reason.en, Catch::Contains(c.reason));
    CHECK_FALSE(left.reason.zh.empty());
    // Named on the command line, the same file is an error.
    RuleSources named;
    named.list_files = {file};
    named.host.version = "0.1.0";
    CHECK_FALSE(load_rules(named).has_value());
  }
}

TEST_CASE("a list that is no pack and cannot be read is an error, as ever", "[ruleset][error]") {
  const RuleFolder folder;
  folder.write("a.yaml", "id: [\n");
  CHECK_FALSE(load_rules(in_folder(folder)).has_value());
}

TEST_CASE("where keys are trusted, packs of others are not loaded", "[ruleset]") {
  const SigningKey own = key_of(1), other = key_of(2);
  struct Case {
    const char* note;
    const SigningKey* key;
    bool loads;
  };
  for (const Case& c : std::vector<Case>{{"signed by a trusted key", &own, true},
                                         {"signed by another key", &other, false},
                                         {"not signed", nullptr, false}}) {
    CAPTURE(c.note);
    const RuleFolder folder;
    folder.write("a.tar", packed({{"a.yaml", list_text("example/a")}}, {}, c.key));
    RuleSources sources = in_folder(folder);
    sources.trusted_keys = {key_of(3).public_key(), own.public_key()};
    const RuleSet rules = must_load(sources);
    CHECK((rules.find_list("example/a") != nullptr) == c.loads);
    CHECK(only(rules).trusted == c.loads);
    if (c.loads) continue;
    CHECK(only(rules).status == LoadStatus::failed);
    CHECK_THAT(only(rules).reason.en, Catch::Contains("the signature of a trusted key"));
    CHECK_THAT(only(rules).reason.zh, Catch::Contains("受信任密钥的签名"));
  }
}

TEST_CASE("packs take over from lists that are there, and from each other in order", "[ruleset]") {
  const RuleFolder folder;
  folder.write("a.tar", packed({{"a.yaml", list_text("example/a")}}));
  std::string second = list_text("example/b", "carries_over: [\"example/a#retail\"]\n");
  const std::string sectors = "\n  - {id: retail, name: {zh: \"例\", en: \"made up\"}}";
  REQUIRE(second.find(sectors) != std::string::npos);
  second.replace(second.find(sectors), sectors.size(), " []");
  folder.write("b.tar", packed({{"b.yaml", second}}));
  const RuleSet rules = must_load(in_folder(folder));
  REQUIRE(rules.find_list("example/b") != nullptr);
  CHECK(rules.find_list("example/b")->sectors.size() == 1);
}

}  // namespace kouan
