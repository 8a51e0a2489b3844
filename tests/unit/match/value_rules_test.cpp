#include "match/value_rules.hpp"

#include <catch2/catch.hpp>

#include <kouan/plugin_api.h>

#include "match/rule_checksum.hpp"

namespace kouan {
namespace {

ValueRule rule(const std::string& id, const std::string& value) {
  ValueRule made;
  made.id = made.tag = id;
  made.value = value;
  return made;
}

std::shared_ptr<const ValueRules> built(std::vector<ValueRule> rules) {
  auto made = ValueRules::build(std::move(rules));
  if (!made) FAIL(made.error().message);
  return *std::move(made);
}

std::vector<std::uint32_t> hits(const ValueRules& rules, std::string_view value, std::uint32_t mask,
                                std::string_view path = "$.a") {
  std::vector<std::uint32_t> found;
  CHECK(rules.match(value, mask, rules.applicable(path),
                    [&](std::uint32_t index) { found.push_back(index); }));
  return found;
}

using Indexes = std::vector<std::uint32_t>;

TEST_CASE("every rule that finds its pattern is named, few or many", "[value_rules]") {
  const auto two = built({rule("a", "^GX[0-9]{6}$"), rule("b", "X[0-9]")});
  CHECK(hits(*two, "GX123456", KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER) == Indexes{0, 1});
  CHECK(hits(*two, "GX12345", KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER) == Indexes{1});
  CHECK(hits(*two, "nothing", KOUAN_CHAR_LOWER).empty());
  const auto many = built({rule("a", "^a"), rule("b", "^b"), rule("c", "c$"), rule("d", "汉字")});
  CHECK(hits(*many, "abc", KOUAN_CHAR_LOWER) == Indexes{0, 2});
  CHECK(hits(*many, "bc汉字", KOUAN_CHAR_LOWER | KOUAN_CHAR_NON_ASCII) == Indexes{1, 3});
  CHECK(hits(*built({}), "abc", KOUAN_CHAR_LOWER).empty());
}

TEST_CASE("a rule applies only to paths that its path pattern finds", "[value_rules]") {
  ValueRule level = rule("level", "^[A-D]$");
  level.path = "\\.(vip|member)_?level$";
  const auto rules = built({level, rule("any", "^[A-D]$")});
  CHECK(rules->applicable("$.user.vip_level") == Indexes{0, 1});
  CHECK(rules->applicable("$.user.memberlevel") == Indexes{0, 1});
  CHECK(rules->applicable("$.user.level") == Indexes{1});
  CHECK(hits(*rules, "A", KOUAN_CHAR_UPPER, "$.user.level") == Indexes{1});
}

TEST_CASE("length and character classes gate a rule on both sides", "[value_rules]") {
  ValueRule gated = rule("gated", "[0-9]");
  gated.length_min = 3;
  gated.length_max = 5;
  gated.chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN;
  gated.needs = KOUAN_CHAR_DIGIT;
  struct Case {
    const char* note;
    const char* value;
    std::uint32_t mask;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"one byte short", "12", KOUAN_CHAR_DIGIT, false},
      {"as short as allowed", "123", KOUAN_CHAR_DIGIT, true},
      {"as long as allowed", "12345", KOUAN_CHAR_DIGIT, true},
      {"one byte long", "123456", KOUAN_CHAR_DIGIT, false},
      {"both classes", "1-2", KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN, true},
      {"a class that is not allowed", "1a2", KOUAN_CHAR_DIGIT | KOUAN_CHAR_LOWER, false},
      {"a class that is missing", "---", KOUAN_CHAR_HYPHEN, false},
  }));
  CAPTURE(c.note);
  CHECK_FALSE(hits(*built({gated}), c.value, c.mask).empty() == c.want);
}

TEST_CASE("a checksum is tried on every match, not on the first alone", "[value_rules]") {
  ValueRule card = rule("card", "[0-9]{16}");
  card.checksum = Checksum::luhn;
  const auto rules = built({card});
  CHECK(hits(*rules, "4111111111111111", KOUAN_CHAR_DIGIT) == Indexes{0});
  CHECK(hits(*rules, "4111111111111112", KOUAN_CHAR_DIGIT).empty());
  CHECK(hits(*rules, "4111111111111112 4111111111111111", KOUAN_CHAR_DIGIT) == Indexes{0});
  CHECK(hits(*rules, "14111111111111111", KOUAN_CHAR_DIGIT) == Indexes{0});
}

TEST_CASE("a value full of wrong checksums makes the matcher give up, not guess",
          "[value_rules][limit]") {
  ValueRule odd = rule("odd", "1[0-9]");
  odd.checksum = Checksum::luhn;
  const auto rules = built({odd});
  const std::string hostile(5'000, '1');
  bool found = false;
  CHECK_FALSE(rules->match(hostile, KOUAN_CHAR_DIGIT, rules->applicable("$.a"),
                           [&](std::uint32_t) { found = true; }));
  CHECK_FALSE(found);
}

TEST_CASE("rules that cannot be used are refused by their id", "[value_rules][error]") {
  ValueRule bad_value = rule("bad", "(");
  ValueRule backreference = rule("bad", "(a)\\1");
  ValueRule bad_path = rule("bad", "a");
  bad_path.path = "[";
  ValueRule bad_length = rule("bad", "a");
  bad_length.length_min = 2;
  bad_length.length_max = 1;
  ValueRule bad_needs = rule("bad", "a");
  bad_needs.chars = KOUAN_CHAR_DIGIT;
  bad_needs.needs = KOUAN_CHAR_UPPER;
  ValueRule too_large = rule("bad", "((a{100}){100}){100}");
  for (const ValueRule& one :
       {bad_value, backreference, bad_path, bad_length, bad_needs, too_large}) {
    CAPTURE(one.value, one.path);
    const auto made = ValueRules::build({rule("good", "a"), one});
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == ErrorCode::invalid_rule);
    CHECK_THAT(made.error().message, Catch::Matchers::Contains("'bad'"));
  }
}

TEST_CASE("check characters follow their standards", "[value_rules]") {
  struct Case {
    const char* note;
    Checksum checksum;
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"no checksum asked for", Checksum::none, "x", true},
      {"luhn", Checksum::luhn, "4111 1111-1111.1111", true},
      {"luhn, last digit wrong", Checksum::luhn, "4111111111111110", false},
      {"luhn of letters", Checksum::luhn, "411111111111111A", false},
      {"mod 11-2 with X", Checksum::mod11_2, "11010519491231002X", true},
      {"mod 11-2 with x", Checksum::mod11_2, "11010519491231002x", true},
      {"mod 11-2, digit wrong", Checksum::mod11_2, "110105194912310021", false},
      {"mod 11-2, X inside", Checksum::mod11_2, "1101X5194912310021", false},
      {"mod 97 of an IBAN", Checksum::mod97, "GB82 WEST 1234 5698 7654 32", true},
      {"mod 97, digits swapped", Checksum::mod97, "GB82 WEST 1234 5698 7654 23", false},
      {"mod 97 without country", Checksum::mod97, "79", false},
      {"mod 97 of digits", Checksum::mod97, "98", true},
      {"mod 11,10", Checksum::mod11_10, "0794", false},
      {"mod 11,10 of the standard", Checksum::mod11_10, "07945", true},
      {"one character", Checksum::luhn, "0", false},
      {"nothing", Checksum::mod97, "", false},
  }));
  CAPTURE(c.note);
  CHECK(has_right_checksum(c.checksum, c.text) == c.want);
}

TEST_CASE("a path pattern finds anywhere unless it is anchored", "[path_pattern]") {
  const auto pattern = PathPattern::build("\\.phone$");
  REQUIRE(pattern.has_value());
  CHECK(pattern->finds("$.user.phone"));
  CHECK_FALSE(pattern->finds("$.user.phone.type"));
  const auto broken = PathPattern::build("(?!x)");
  REQUIRE_FALSE(broken.has_value());
  CHECK_THAT(broken.error().message, Catch::Matchers::Contains("RE2"));
}

}  // namespace
}  // namespace kouan
