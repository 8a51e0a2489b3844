#include "ruleset/detector_reader.hpp"

#include <kouan/plugin_api.h>

#include "unit/ruleset/loaded_rules.hpp"

namespace kouan {
namespace {

constexpr const char* badge = R"(detectors:
  - id: staff-badge
    concept: employee_number
    path: "badge"
    value: "^GX[0-9]{6}$"
    chars: [digit, upper]
    needs: [digit]
    length: [8, 8]
    strength: medium
    match: [GX123456]
    no_match: [GX12345, gx123456]
  - id: vip-level
    value: "^V[1-9]$"
    match: [V1, V0]
    no_match: [V2]
)";

TEST_CASE("a detector of the user is read whole", "[detectors]") {
  const auto rules = read_detectors({"d.yaml", badge}, rules_of_program().concepts);
  if (!rules) FAIL(rules.error().message);
  REQUIRE(rules->size() == 2);
  const ValueRule& rule = rules->front();
  CHECK(rule.tag == "employee_number");
  CHECK(rule.field_concept == rules_of_program().concepts.find("employee_number"));
  CHECK(rule.chars == (KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER));
  CHECK(rule.needs == KOUAN_CHAR_DIGIT);
  CHECK(rule.length_min == 8);
  CHECK(rule.length_max == 8);
  CHECK(rule.strength == KOUAN_MEDIUM);
  CHECK(rules->back().tag == "vip-level");
  CHECK(rules->back().field_concept == no_concept);
}

TEST_CASE("cases that do not come out as written are named", "[detectors]") {
  const auto read = read_detectors({"d.yaml", badge}, rules_of_program().concepts);
  REQUIRE(read.has_value());
  const auto rules = ValueRules::build(*read);
  REQUIRE(rules.has_value());
  const auto failures = run_cases(**rules);
  REQUIRE(failures.size() == 2);
  CHECK(failures[0].rule == "vip-level");
  CHECK(failures[0].sample == "V0");
  CHECK(failures[0].expected);
  CHECK(failures[1].sample == "V2");
  CHECK_FALSE(failures[1].expected);
}

TEST_CASE("a detector that is wrong is refused with its place", "[detectors][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line;
  };
  const auto c = GENERATE(values<Case>({
      {"a pattern that is none", "detectors:\n  - {id: a, value: '('}\n", "RE2", 2},
      {"a look-ahead", "detectors:\n  - {id: a, value: '(?=x)'}\n", "RE2", 2},
      {"no value", "detectors:\n  - {id: a}\n", "the key 'value'", 2},
      {"an id of an entry", "detectors:\n  - {id: 'rule:a', value: a}\n", "text like", 2},
      {"another checksum", "detectors:\n  - {id: a, value: a, checksum: luhm}\n",
       "did you mean 'luhn'?", 2},
      {"another class", "detectors:\n  - {id: a, value: a, chars: [digits]}\n",
       "did you mean 'digit'?", 2},
      {"one length", "detectors:\n  - {id: a, value: a, length: [1]}\n", "at least 2, found 1", 2},
      {"an unknown concept", "detectors:\n  - {id: a, value: a, concept: emial}\n",
       "did you mean 'email'?", 2},
  }));
  CAPTURE(c.note);
  const auto rules = read_detectors({"d.yaml", c.text}, rules_of_program().concepts);
  REQUIRE_FALSE(rules.has_value());
  CHECK_THAT(rules.error().message, Catch::Matchers::Contains(c.message));
  CHECK(rules.error().origin.file == "d.yaml");
  CHECK(rules.error().origin.line == c.line);
}

TEST_CASE("the classes of a value are those of its bytes", "[detectors]") {
  CHECK(classes_in("") == 0);
  CHECK(classes_in("a1") == (KOUAN_CHAR_LOWER | KOUAN_CHAR_DIGIT));
  CHECK(classes_in("汉_#") == (KOUAN_CHAR_NON_ASCII | KOUAN_CHAR_UNDERSCORE | KOUAN_CHAR_PUNCT));
}

}  // namespace
}  // namespace kouan
