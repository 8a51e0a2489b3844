#include <kouan/date.hpp>
#include <kouan/outcome.hpp>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

TEST_CASE("a day is read only if it exists and is written in full", "[date]") {
  struct Case {
    const char* note;
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({{"a day", "2026-11-23", true},
                                        {"a leap day", "2024-02-29", true},
                                        {"no leap day", "2026-02-29", false},
                                        {"the last of a month", "2026-04-30", true},
                                        {"one more", "2026-04-31", false},
                                        {"month 0", "2026-00-10", false},
                                        {"month 13", "2026-13-10", false},
                                        {"year 0", "0000-01-01", false},
                                        {"short", "2026-1-1", false},
                                        {"with a sign", "2026-+1-01", false},
                                        {"with time", "2026-11-23T00", false},
                                        {"slashes", "2026/11/23", false},
                                        {"nothing", "", false}}));
  CAPTURE(c.note);
  const auto day = parse_date(c.text);
  REQUIRE(day.has_value() == c.want);
  if (day) CHECK(to_text(*day) == c.text);
}

TEST_CASE("digits are a day only if there is such a day", "[date]") {
  CHECK(date_of_digits(19900101) == parse_date("1990-01-01"));
  CHECK(date_of_digits(20240229).has_value());
  CHECK_FALSE(date_of_digits(20230229).has_value());
  CHECK_FALSE(date_of_digits(19901301).has_value());
  CHECK_FALSE(date_of_digits(0).has_value());
}

TEST_CASE("who is born on 29 February turns a year older on 1 March", "[date]") {
  CHECK(to_text(years_later(*parse_date("2012-02-29"), 14)) == "2026-03-01");
  CHECK(to_text(years_later(*parse_date("2012-02-29"), 4)) == "2016-02-29");
  CHECK(to_text(years_later(*parse_date("2012-02-28"), 14)) == "2026-02-28");
}

TEST_CASE("outcomes are ordered by strictness and keep their words", "[outcome]") {
  CHECK(Outcome::none < Outcome::filing);
  CHECK(Outcome::contract_or_certification < Outcome::security_assessment);
  for (const Outcome outcome : {Outcome::none, Outcome::filing, Outcome::contract_or_certification,
                                Outcome::security_assessment, Outcome::prohibited}) {
    CHECK(parse_outcome(to_text(outcome)) == outcome);
  }
  CHECK_FALSE(parse_outcome("free").has_value());
  CHECK_FALSE(parse_outcome("").has_value());
}

}  // namespace
}  // namespace kouan
