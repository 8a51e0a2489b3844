// Facts and options that are wrong: one sentence with file, line and column, and what was meant.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

constexpr const char* made_up_list = R"(schema: kouan.list/1
id: EXAMPLE/1
)";

void check_refused(const Ended& ended, const std::vector<std::string>& words) {
  CAPTURE(ended.err, ended.out);
  CHECK(ended.exit_code == 2);
  CHECK(ended.out.empty());
  for (const auto& word : words) {
    CAPTURE(word);
    CHECK(contains(ended.err, word));
  }
}

}  // namespace

TEST_CASE("a kouan.yaml that says something unknown or impossible is refused with its place",
          "[e2e][bad]") {
  struct Case {
    const char* note;
    const char* yaml;
    std::vector<std::string> words;
  };
  for (const auto& one : std::vector<Case>{
           {"an unknown key",
            "handler: {ciio: no}\nscenario: []\n",
            {"kouan.yaml:2:1", "'scenario'", "did you mean 'scenarios'"}},
           {"an unknown key inside",
            "handler: {cio: no}\n",
            {"kouan.yaml:1:", "'cio'", "did you mean 'ciio'"}},
           {"a word for a number",
            "handler: {persons_held: many}\n",
            {"kouan.yaml:1:", "whole number", "many"}},
           {"a negative number", "handler: {persons_held: -1}\n", {"kouan.yaml:1:"}},
           {"a word that is no tri-state",
            "handler: {ciio: maybe}\n",
            {"kouan.yaml:1:17", "yes", "unknown", "'maybe'"}},
           {"a day that is none", "export: {date: 2026-02-30}\n", {"kouan.yaml:1:", "2026-02-30"}},
           {"a list where a map stands", "handler: []\n", {"kouan.yaml:1:"}},
           {"no YAML", "handler: {ciio: no\n", {"kouan.yaml:2:", "YAML"}},
           {"a key twice",
            "handler: {ciio: no}\nhandler: {ciio: yes}\n",
            {"kouan.yaml:2:", "handler"}},
           {"an anchor", "handler: &a {ciio: no}\n", {"kouan.yaml:1:", "anchor"}},
           {"an unknown scenario",
            "scenarios: [{id: retail.membershp}]\n",
            {"kouan.yaml", "retail.membershp", "did you mean 'retail.membership'"}},
           {"an unknown answer",
            "answers: {no_such_question: yes}\n",
            {"kouan.yaml", "no_such_question"}},
           {"an unknown concept",
            "fields: {\"$.phone\": mobile_fone}\n",
            {"kouan.yaml", "mobile_fone", "did you mean 'mobile_phone'"}},
           {"a path that is not in the data",
            "fields: {\"$.fone\": none}\n",
            {"kouan.yaml", "$.fone", "did you mean '$.phone'"}},
       }) {
    CAPTURE(one.note);
    const Folder folder;
    folder.write("data.ndjson", plain_persons(1));
    folder.write("kouan.yaml", one.yaml);
    check_refused(kouan({"check", folder.path()}), one.words);
  }
}

TEST_CASE("option --no-discover does not look at kouan.yaml", "[e2e][bad]") {
  const Folder folder;
  folder.write("data.ndjson", plain_persons(1));
  folder.write("kouan.yaml", "no such key: 1\n");
  CHECK(kouan({"check", folder.path(), "--ciio", "no", "--no-discover"}).exit_code == 0);
}

TEST_CASE("NO is a country and no a word", "[e2e][bad]") {
  const Folder folder;
  folder.write("data.ndjson", plain_persons(1));
  folder.write("kouan.yaml",
               "handler: {ciio: no}\nexport: {recipients: [{name: Eksempel AS, country: NO}]}\n");
  const Checked checked = check({folder.path()});
  CHECK(checked.exit_code == 0);
  CHECK(contains(checked.report["profile"].dump(), "\"NO\""));
}

TEST_CASE("options that name nothing are refused, with what was meant", "[e2e][bad]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  struct Case {
    std::vector<std::string> options;
    std::vector<std::string> words;
  };
  for (const auto& one : std::vector<Case>{
           {{"--list", "beijing/2052"}, {"beijing/2052", "did you mean 'beijing/2025'"}},
           {{"--list", "beijing/2025", "--scenario", "retail.membershp"},
            {"retail.membershp", "did you mean 'retail.membership'"}},
           {{"--field", "$.phone=mobile_fone"}, {"did you mean 'mobile_phone'"}},
           {{"--field", "$.phone"}, {"--field"}},
           {{"--without", "$.phones"}, {"$.phones", "did you mean '$.phone'"}},
           {{"--subject", "mobile_fone"}, {"mobile_fone", "did you mean 'mobile_phone'"}},
           {{"--answer", "cio=no"}, {"cio", "did you mean 'ciio'"}},
           {{"--answer", "ciio=perhaps"}, {"perhaps"}},
           {{"--ciio", "perhaps"}, {"--ciio", "perhaps"}},
           {{"--format", "jsn"}, {"jsn", "did you mean 'json'"}},
           {{"--format", "json", "--format", "text"}, {"--format"}},
           {{"--input-format", "jsn"}, {"--input-format", "jsn"}},
           {{"--records-at", "$.data["}, {"$.data["}},
           {{"--threads", "0"}, {"--threads"}},
           {{"--threads", "two"}, {"--threads", "two"}},
           {{"--lang", "de"}, {"--lang", "de"}},
           {{"--fail-on", "contract"}, {"--fail-on", "contract"}},
           {{"--accept-gaps", "1"}, {"--accept-gaps", "--reason"}},
           {{"--profile", "no-such.yaml"}, {"no-such.yaml"}},
           {{"--detectors", "no-such.yaml"}, {"no-such.yaml"}},
           {{"--key-file", "no-such-key"}, {"no-such-key"}},
           {{"--no-such-option"}, {"--no-such-option"}},
       }) {
    std::vector<std::string> arguments = {"check", data};
    arguments.insert(arguments.end(), one.options.begin(), one.options.end());
    CAPTURE(one.options);
    check_refused(kouan(arguments), one.words);
  }
}

TEST_CASE("without paths, and with a command that is none, the program says what it expects",
          "[e2e][bad]") {
  check_refused(kouan({"check"}), {"path"});
  check_refused(kouan({"chek", "data"}), {"chek", "did you mean 'check'"});
}

TEST_CASE("a list id from two files is an error that names both", "[e2e][bad]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  const std::string list = kouan({"lists", "show", "beijing/2024"}).out;
  REQUIRE_FALSE(list.empty());
  const std::string a = folder.write("lists/a.yaml", list);
  const std::string b = folder.write("lists/b.yaml", list);
  check_refused(kouan({"check", data, "--list", a, "--list", b}), {"beijing/2024", "a.yaml"});
  check_refused(kouan({"check", data, "--list", a}), {"beijing/2024", "a.yaml"});
}

TEST_CASE("a list file that is none is refused with its place", "[e2e][bad]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", plain_persons(1));
  const std::string list = folder.write("list.yaml", made_up_list);
  check_refused(kouan({"check", data, "--list", list}), {"list.yaml"});
  check_refused(kouan({"check", data, "--list", folder.write("no.yaml", "- [\n")}), {"no.yaml:"});
}

}  // namespace kouan::e2e
