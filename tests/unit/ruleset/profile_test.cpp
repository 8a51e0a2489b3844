#include "ruleset/profile.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

TEST_CASE("a whole profile is read, and every fact knows its file", "[profile]") {
  const auto read = parse_profile(R"yaml(
handler: {name: "Example Ltd", uscc: 911100000000000000, registered_in: [beijing-ftz], ciio: no, persons_held: 1200000}
export: {date: 2026-11-23, purpose: "support", recipients: [{name: "R", country: NO, contact: c, retention: "1 year"}], forecast: {2027: 5}}
scenarios: [{id: retail.membership, files: ["members*.ndjson"]}]
exemptions: [{article: "5(1)", files: [a.csv], reason: "orders"}]
fields: {"$.remark2": none, "$.tel": mobile_phone}
answers: {filed_with_miit: yes, other: unknown}
counts: {carried_over: [{scenario: retail.membership, class: sensitive, persons: 1200}]}
)yaml",
                                  "kouan.yaml");
  if (!read) FAIL(read.error().message);
  const Profile& profile = *read;
  CHECK(profile.handler_name == "Example Ltd");
  CHECK(profile.uscc == "911100000000000000");
  CHECK(profile.registered_in == std::vector<std::string>{"beijing-ftz"});
  CHECK(profile.ciio == Tri::no);
  CHECK(profile.persons_held == 1'200'000U);
  CHECK(profile.export_date == parse_date("2026-11-23"));
  REQUIRE(profile.recipients.size() == 1);
  CHECK(profile.recipients[0].country == "NO");
  CHECK(profile.forecast.at("2027") == "5");
  REQUIRE(profile.scenarios.size() == 1);
  CHECK(profile.scenarios[0].files == std::vector<std::string>{"members*.ndjson"});
  REQUIRE(profile.exemptions.size() == 1);
  CHECK(profile.exemptions[0].article == "5(1)");
  CHECK(profile.fields.at("$.remark2") == "none");
  CHECK(profile.answers.at("filed_with_miit") == Tri::yes);
  CHECK(profile.answers.at("other") == Tri::unknown);
  REQUIRE(profile.carried_over.size() == 1);
  CHECK(profile.carried_over[0].persons == 1200);
  CHECK(profile.sources.at("handler.ciio") == "kouan.yaml");
  CHECK(profile.sources.at("answers.filed_with_miit") == "kouan.yaml");
  CHECK(profile.sources.at("scenarios") == "kouan.yaml");
  CHECK_FALSE(profile.sources.contains("export.none"));
}

TEST_CASE("what a profile does not say stays unknown", "[profile]") {
  const auto text = GENERATE(as<std::string>(), "", "# nothing\n", "handler: {ciio: unknown}\n");
  CAPTURE(text);
  const auto profile = parse_profile(text, "kouan.yaml");
  REQUIRE(profile.has_value());
  CHECK(profile->ciio == Tri::unknown);
  CHECK_FALSE(profile->persons_held.has_value());
  CHECK_FALSE(profile->export_date.has_value());
  CHECK(profile->scenarios.empty());
}

TEST_CASE("wrong types and unknown keys are named with their line", "[profile][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line;
  };
  const auto c = GENERATE(values<Case>({
      {"a list", "- handler", "expected a map", 1},
      {"a key that is none", "handler: {}\nexports: {}\n", "did you mean 'export'?", 2},
      {"a key inside that is none", "handler:\n  cio: yes\n", "did you mean 'ciio'?", 2},
      {"a tool option", "threads: 4\n", "found 'threads'", 1},
      {"a map for text", "handler:\n  name: {zh: x}\n", "expected a text", 2},
      {"a word for a count", "handler:\n  persons_held: many\n", "expected a whole number", 2},
      {"a negative count", "handler:\n  persons_held: -1\n", "at least 0, found -1", 2},
      {"a fraction", "handler:\n  persons_held: 1.5\n", "expected a whole number", 2},
      {"another tri-state word", "handler:\n  ciio: maybe\n", "yes, no, unknown", 2},
      {"a number for a tri-state", "handler:\n  ciio: 1\n", "yes, no, unknown", 2},
      {"text for a list", "handler:\n  registered_in: beijing\n", "expected a list", 2},
      {"no day", "export:\n  date: 23.11.2026\n", "expected text like", 2},
      {"a day that does not exist", "export:\n  date: 2026-02-29\n", "a day like", 2},
      {"a scenario without id", "scenarios:\n  - files: [a]\n", "expected the key 'id'", 2},
      {"text for scenarios", "scenarios: retail.membership\n", "expected a list", 1},
      {"a list for fields", "fields: [a]\n", "expected a map", 1},
      {"an answer in words", "answers:\n  filed: soon\n", "yes, no, unknown", 2},
      {"another class", "counts:\n  carried_over:\n    - {class: special, persons: 1}\n",
       "expected one of sensitive", 3},
      {"a key twice", "handler: {}\nhandler: {}\n", "'handler' again", 2},
  }));
  CAPTURE(c.note);
  const auto profile = parse_profile(c.text, "kouan.yaml");
  REQUIRE_FALSE(profile.has_value());
  CHECK(profile.error().code == ErrorCode::invalid_rule);
  CHECK_THAT(profile.error().message, Catch::Matchers::Contains(c.message));
  CHECK(profile.error().origin.file == "kouan.yaml");
  CHECK(profile.error().origin.line == c.line);
}

TEST_CASE("a profile that is not there is an error of the system", "[profile][error]") {
  const auto profile = load_profile("/nowhere/kouan.yaml");
  REQUIRE_FALSE(profile.has_value());
  CHECK(profile.error().code == ErrorCode::io);
}

}  // namespace
}  // namespace kouan
