#include "text.hpp"

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace kouan::samples;

TEST_CASE("numbers are appended as people write them", "[samples][text]") {
  struct Case {
    const char* note;
    std::int64_t scaled;
    unsigned decimals;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"two decimals", 12'345, 2, "123.45"},
      {"zeros behind the point", 100, 2, "1.00"},
      {"below one", 5, 3, "0.005"},
      {"negative below one", -5, 1, "-0.5"},
      {"no decimals", 42, 0, "42"},
      {"nought", 0, 1, "0.0"},
  }));
  CAPTURE(c.note);
  std::string out;
  append_decimal(out, c.scaled, c.decimals);
  CHECK(out == c.want);
}

TEST_CASE("padding fills up and never cuts", "[samples][text]") {
  std::string out;
  append_padded(out, 7, 3);
  append_padded(out, 1'234, 3);
  CHECK(out == "0071234");
}

TEST_CASE("dates and times have their leading zeros", "[samples][text]") {
  std::string out;
  append_date(out, {2026, 3, 9});
  out += ' ';
  append_time(out, 9 * 3'600 + 5 * 60);
  out += ' ';
  append_date(out, {2026, 11, 20}, "");
  CHECK(out == "2026-03-09 09:05:00 20261120");
}

TEST_CASE("full-width text narrows back to what it was", "[samples][text]") {
  CHECK(full_width("1A") == "１Ａ");
  CHECK(samples_test::narrow(full_width("13490000000-X~!")) == "13490000000-X~!");
}

TEST_CASE("a CSV field is quoted only where it has to be", "[samples][text]") {
  struct Case {
    const char* note;
    const char* field;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"plain", "abc", "abc"},
      {"empty", "", ""},
      {"comma", "a,b", "\"a,b\""},
      {"quote", "a\"b", "\"a\"\"b\""},
      {"line feed", "a\nb", "\"a\nb\""},
  }));
  CAPTURE(c.note);
  std::string out;
  append_csv_field(out, c.field);
  CHECK(out == c.want);
}
