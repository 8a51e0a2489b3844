#include <kouan/date.hpp>

#include <catch2/catch.hpp>

using namespace kouan;

TEST_CASE("a date is read only as year-month-day, and only if there is such a day", "[date]") {
  struct Case {
    const char* note;
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"a day", "2026-11-23", true},
      {"leap day", "2024-02-29", true},
      {"no leap year", "2023-02-29", false},
      {"no leap year, a century", "1900-02-29", false},
      {"leap year, four centuries", "2000-02-29", true},
      {"month 0", "2026-00-01", false},
      {"month 13", "2026-13-01", false},
      {"day 0", "2026-01-00", false},
      {"day 32", "2026-01-32", false},
      {"31 April", "2026-04-31", false},
      {"slashes", "2026/11/23", false},
      {"one digit", "2026-1-23", false},
      {"sign", "2026-+1-23", false},
      {"text behind", "2026-11-23T00", false},
      {"empty", "", false},
  }));
  CAPTURE(c.note);
  const auto date = parse_date(c.text);
  REQUIRE(date.has_value() == c.want);
  if (date) CHECK(to_text(*date) == c.text);
}

TEST_CASE("eight digits are a date if there is such a day", "[date]") {
  CHECK(date_of_digits(20240229) == parse_date("2024-02-29"));
  CHECK_FALSE(date_of_digits(20230229).has_value());
  CHECK_FALSE(date_of_digits(0).has_value());
  CHECK_FALSE(date_of_digits(101).has_value());  // year 0
  CHECK_FALSE(date_of_digits(4'294'967'295U).has_value());
}

TEST_CASE("who is born on 29 February has a birthday every year", "[date]") {
  const Date leap = *parse_date("2012-02-29");
  CHECK(to_text(years_later(leap, 4)) == "2016-02-29");
  CHECK(to_text(years_later(leap, 14)) == "2026-03-01");
  CHECK(to_text(years_later(*parse_date("2012-03-01"), 14)) == "2026-03-01");
  CHECK(to_text(years_later(*parse_date("2012-02-28"), 14)) == "2026-02-28");
}

TEST_CASE("the day in China is at most one ahead of the day in UTC", "[date]") {
  const auto utc = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto ahead = today_in_china() - utc;
  CHECK(ahead >= std::chrono::days(0));
  CHECK(ahead <= std::chrono::days(1));
}
