#include "ruleset/requirement.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

const Host host{"0.10.1", {{"org.example.vin", "1.2.3"}}};

}  // namespace

TEST_CASE("a requirement is met or not, on both sides of its version", "[ruleset]") {
  struct Case {
    const char* text;
    bool met;
  };
  const auto c = GENERATE(values<Case>({
      {"kouan >= 0.1.0", true},
      {"kouan >= 0.9", true},  // by number, not by letter
      {"kouan >= 0.10", true},
      {"kouan >= 0.10.1", true},
      {"kouan >= 0.10.2", false},
      {"kouan >= 0.11", false},
      {"kouan >= 1", false},
      {"plugin org.example.vin", true},
      {"plugin org.example.vin >= 1.2.3", true},
      {"plugin org.example.vin >= 1.2.4", false},
      {"plugin org.example.vin >= 1.2.3.0", true},
      {"plugin org.example.vin >= 1.2.3.1", false},
      {"plugin org.example.other", false},
  }));
  CAPTURE(c.text);
  const auto requirement = parse_requirement(c.text);
  REQUIRE(requirement.has_value());
  const auto reason = unmet(*requirement, host);
  CHECK(reason.has_value() == !c.met);
  if (!reason) return;
  CHECK_THAT(reason->en, Catch::Contains(std::string("needs ") + c.text));
  CHECK_THAT(reason->zh, Catch::Contains(std::string("需要 ") + c.text));
}

TEST_CASE("what is no requirement is none", "[ruleset][error]") {
  for (const char* const text :
       {"", "kouan", "kouan 0.1", "kouan > 0.1", "kouan >= ", "kouan >= 0.x", "kouan >= .1",
        "kouan >= 0..1", "kouan >= 0.1.", "Kouan >= 0.1", "plugin", "plugin ", "plugin a b",
        "plugin a >= x", "other >= 1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_requirement(text).has_value());
    CHECK_FALSE(first_unmet(std::vector<std::string>{text}, host, {}).has_value());
  }
}

TEST_CASE("a program that does not say what it is meets nothing", "[ruleset]") {
  CHECK(unmet(*parse_requirement("kouan >= 0"), {}).has_value());
}

TEST_CASE("a list's requirement is known before its schema is asked", "[ruleset]") {
  const std::string later = "requires: [\"kouan >= 99\"]\nsomething_new: 1\n";
  const auto reason = first_unmet(later, "a.yaml", host);
  REQUIRE(reason.has_value());
  REQUIRE(reason->has_value());
  CHECK_THAT((*reason)->en, Catch::Contains("this is kouan 0.10.1"));
  CHECK_FALSE(first_unmet("id: 1 # requires nothing\n", "a.yaml", host)->has_value());
  const auto wrong = first_unmet("a: 1\nrequires: [\"kouan < 1\"]\n", "a.yaml", host);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().origin.line == 2);
  CHECK(wrong.error().origin.column == 12);
}

}  // namespace kouan
