#include "ruleset/rule_set.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "config/yaml_pack.hpp"
#include "hash/digest.hpp"
#include "ruleset/parts_digest.hpp"
#include "ruleset/rule_schemas.hpp"
#include "unit/ruleset/rule_folder.hpp"

namespace kouan {
namespace {

RuleSet loaded(const RuleSources& sources = {}) {
  auto rules = load_rules(sources);
  if (!rules) FAIL(rules.error().origin.file << ": " << rules.error().message);
  return *std::move(rules);
}

TEST_CASE("the rules in the program are valid and complete", "[ruleset]") {
  const RuleSet rules = loaded();
  CHECK(rules.concepts.size() == 140);
  CHECK(rules.national.periods.size() == 4);
  REQUIRE(rules.find_list("beijing/2024") != nullptr);
  REQUIRE(rules.find_list("beijing/2025") != nullptr);
  CHECK(rules.find_list("beijing/2023") == nullptr);
  CHECK(rules.lexicon != nullptr);
  CHECK(rules.value_rules->size() == 0);
  CHECK(rules.digest.size() == 64);
  CHECK(rules.scan_digest.size() == 64);
  CHECK(rules.scan_digest != rules.digest);
}

TEST_CASE("files in the program are sorted by name", "[ruleset]") {
  const auto files = embedded_rules();
  CHECK(std::ranges::is_sorted(files, {}, &RuleFile::name));
  CHECK(std::ranges::count(files, "concepts.yaml", &RuleFile::name) == 1);
}

/// The schema of a file below rules/, by its folder or name.
std::string schema_of_file(const std::string& name) {
  if (name.ends_with(".cases.yaml")) return "cases";
  const std::string stem = name.substr(0, name.find('.'));
  const std::size_t slash = stem.find('/');
  const std::string folder = stem.substr(0, slash);
  if (folder == "lists") return "list";
  return folder == "policy" ? stem.substr(slash + 1) : folder;
}

TEST_CASE("the trees in the program are those of their texts, which fit their schemas",
          "[ruleset]") {
  int trees = 0;
  for (const RuleFile& file : embedded_rules()) {
    CAPTURE(file.name);
    CHECK(file.tree.empty() == !file.name.ends_with(".yaml"));
    if (file.tree.empty()) continue;
    const auto root = parse_checked(file.content, file.name, schema_of_file(file.name));
    if (!root) FAIL(root.error().origin.line << ": " << root.error().message);
    CHECK(file.tree == pack_yaml(*root));
    ++trees;
  }
  CHECK(trees > 15);
}

TEST_CASE("loading twice gives the same digests", "[ruleset]") {
  const RuleSet once = loaded(), again = loaded();
  CHECK(once.digest == again.digest);
  CHECK(once.scan_digest == again.scan_digest);
}

TEST_CASE("digests of the build are those of the texts in the program", "[ruleset]") {
  std::vector<std::string_view> all, scan;
  const auto files = embedded_rules();
  for (const RuleFile& file : files) {
    if (file.name.ends_with(".cases.yaml")) continue;  // they try the rules out, and are none
    all.push_back(file.content);
    const bool is_law = file.name.starts_with("lists/") || file.name.starts_with("policy/");
    if (!is_law && file.name.ends_with(".yaml")) scan.push_back(file.content);
  }
  const RuleSet rules = loaded();
  CHECK(rules.digest == parts_digest(all));
  CHECK(rules.scan_digest == parts_digest(scan));
}

TEST_CASE("a digest of parts knows their borders, not their order", "[ruleset]") {
  const std::string digest = parts_digest({"ab", "c"});
  CHECK(digest == parts_digest({"c", "ab"}));
  CHECK(digest == sha256_hex("2:ab1:c"));
  CHECK(digest != parts_digest({"a", "bc"}));
  CHECK(digest != parts_digest({"ab", "c", ""}));
}

TEST_CASE("a detector of the user changes the scan and the whole", "[ruleset]") {
  const RuleFolder folder;
  RuleSources sources;
  sources.detector_files = {folder.write("mine.yaml", R"(detectors:
  - {id: badge, value: "^GX[0-9]{6}$"}
)")};
  const RuleSet rules = loaded(sources);
  CHECK(rules.digest != loaded().digest);
  CHECK(rules.scan_digest != loaded().scan_digest);
}

TEST_CASE("a list of the user is loaded beside the others and changes no scan", "[ruleset]") {
  const RuleFolder folder;
  RuleSources sources;
  sources.list_files = {folder.write("mine.yaml", list_text("example/2099"))};
  const RuleSet rules = loaded(sources);
  REQUIRE(rules.find_list("example/2099") != nullptr);
  CHECK(rules.digest != loaded().digest);
  CHECK(rules.scan_digest == loaded().scan_digest);
}

TEST_CASE("the user's directory is searched, subfolders too", "[ruleset]") {
  const RuleFolder folder;
  folder.write("zone/mine.yaml", list_text("example/2099"));
  folder.write("notes.txt", "not a rule");
  RuleSources sources;
  sources.user_directory = folder.path();
  CHECK(loaded(sources).find_list("example/2099") != nullptr);
  sources.user_directory = folder.path() + "/absent";
  CHECK(loaded(sources).find_list("example/2099") == nullptr);
}

TEST_CASE("a value pattern of an entry becomes a rule and changes the scan", "[ruleset]") {
  const RuleFolder folder;
  RuleSources sources;
  sources.list_files = {folder.write("mine.yaml", list_text("example/2099", R"(
scenarios:
  - {id: retail.sale, name: {zh: "例", en: "made up"}, sector: retail, complete: no, fidelity: partial}
entries:
  - {id: EXAMPLE-01, clause: "1", fidelity: partial, source: "made up", scenarios: [retail.sale],
     kind: personal, mechanism: unknown, fields: [{value: "^GX[0-9]{6}$"}, {value: "^GX[0-9]{6}$"}]}
)"))};
  const RuleSet rules = loaded(sources);
  CHECK(rules.scan_digest != loaded().scan_digest);
  REQUIRE(rules.value_rules->size() == 1);
  const ValueRule& rule = rules.value_rules->at(0);
  const Entry& entry = rules.find_list("example/2099")->entries.at(0);
  CHECK(rule.tag.size() == std::string("rule:").size() + 16);
  CHECK(entry.fields.at(0).tag == rule.tag);
  CHECK(entry.fields.at(1).tag == rule.tag);
}

TEST_CASE("rules that are wrong are refused with their place", "[ruleset][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line;
  };
  const Case cases[] = {
      {"an id that the program has", list_text("beijing/2024"), "each list id once", 0},
      {"an unknown key", list_text("example/2099", "sectoors: []\n"), "did you mean 'sectors'", 11},
      {"an unknown concept", list_text("example/2099", R"(scenarios:
  - {id: retail.sale, name: {zh: "例"}, sector: retail, complete: no, fidelity: partial, typical: [mobil_phone]}
)"),
       "did you mean 'mobile_phone'", 12},
      {"an unknown sector", list_text("example/2099", R"(scenarios:
  - {id: food.sale, name: {zh: "例"}, sector: food, complete: no, fidelity: partial}
)"),
       "a sector of the list", 12},
      {"an unknown question", list_text("example/2099", R"(entries:
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal,
     mechanism: unknown, when: {question: nobody_asks, is: yes}}
)"),
       "a question of the list", 13},
      {"a reference to no list",
       list_text("example/2099", "carries_over: [\"beijing/1999#auto\"]\n"), "names no list", 11},
      {"a reference to no sector",
       list_text("example/2099", "carries_over: [\"beijing/2024#farming\"]\n"), "no such sector",
       11},
      {"an anchor", "id: &x example/2099\n", "no anchors", 1},
      {"a figure in words", list_text("example/2099", R"(entries:
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal,
     mechanism: unknown, when: {persons: {metric: exported, population: any, at_least: many}}}
)"),
       "unknown", 13},
      {"two figures", list_text("example/2099", R"(entries:
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal,
     mechanism: unknown, when: {persons: {metric: exported, population: any, at_least: 1, below: 2}}}
)"),
       "either 'at_least' or 'below'", 13},
      {"a day that does not exist", "", "", 0},
      {"a broken pattern", list_text("example/2099", R"(entries:
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal,
     mechanism: unknown, fields: [{path: "(["}]}
)"),
       "RE2", 13},
      {"one entry id twice", list_text("example/2099", R"(entries:
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal, mechanism: unknown}
  - {id: E1, clause: "1", fidelity: partial, source: s, scenarios: [any], kind: personal, mechanism: unknown}
)"),
       "each entry id once", 13}};
  for (const Case& c : cases) {
    CAPTURE(c.note);
    Case made = c;
    if (made.text.empty()) {
      made.text = list_text("example/2099");
      made.text.replace(made.text.find("2099-01-01"), 10, "2099-02-30");
      made.message = "a day like";
      made.line = 6;
    }
    const RuleFolder folder;
    RuleSources sources;
    sources.list_files = {folder.write("mine.yaml", made.text)};
    const auto rules = load_rules(sources);
    REQUIRE_FALSE(rules.has_value());
    CHECK(rules.error().code == ErrorCode::invalid_rule);
    CHECK_THAT(rules.error().message, Catch::Matchers::Contains(made.message));
    CHECK(rules.error().origin.file == sources.list_files.front());
    CHECK_FALSE(rules.error().zh.empty());
    CHECK(rules.error().origin.line == made.line);
  }
}

TEST_CASE("lists that take over from each other in a circle are refused", "[ruleset][error]") {
  const RuleFolder folder;
  RuleSources sources;
  sources.list_files = {
      folder.write("a.yaml", list_text("example/a", "carries_over: [\"example/b#retail\"]\n")),
      folder.write("b.yaml", list_text("example/b", "carries_over: [\"example/a#retail\"]\n"))};
  const auto rules = load_rules(sources);
  REQUIRE_FALSE(rules.has_value());
  CHECK_THAT(rules.error().message, Catch::Matchers::Contains("from itself"));
  CHECK_FALSE(rules.error().zh.empty());
  CHECK(rules.error().origin.file == sources.list_files.back());
  CHECK(rules.error().origin.line == 11);
  CHECK(rules.error().origin.column != 0);
}

TEST_CASE("lists that replace each other in a circle are refused", "[ruleset][error]") {
  const auto refused = [](const std::string& a, const std::string& b) {
    const RuleFolder folder;
    RuleSources sources;
    sources.list_files = {folder.write("a.yaml", list_text("example/a", a)),
                          folder.write("b.yaml", list_text("example/b", b))};
    const auto rules = load_rules(sources);
    if (rules.has_value()) return false;
    CHECK_THAT(rules.error().message, Catch::Matchers::Contains("leads back to example/a"));
    CHECK_FALSE(rules.error().zh.empty());
    CHECK(rules.error().origin.line == 11);
    return true;
  };
  CHECK(refused("replaces: example/a\n", ""));
  CHECK(refused("replaces: example/b\n", "replaces: example/a\n"));
  CHECK_FALSE(refused("replaces: example/b\n", ""));
  CHECK_FALSE(refused("replaces: example/b\n", "replaces: example/unknown\n"));
}

TEST_CASE("a file that cannot be read is an error of the system", "[ruleset][error]") {
  RuleSources sources;
  sources.list_files = {"/nowhere/list.yaml"};
  const auto rules = load_rules(sources);
  REQUIRE_FALSE(rules.has_value());
  CHECK(rules.error().code == ErrorCode::io);
}

}  // namespace
}  // namespace kouan
