#include "text/width.hpp"

#include <catch2/catch.hpp>

using namespace kouan::text;

TEST_CASE("Han characters take two columns, marks none", "[width]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("姓名") == 4);
  CHECK(display_width("Ａ") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("✗▲✓…") == 4);
  CHECK(display_width("a\u200Bb") == 2);
}

TEST_CASE("cells are filled by display width", "[width]") {
  CHECK(pad("姓名", 6) == "姓名  ");
  CHECK(pad("12", 5, Align::right) == "   12");
  CHECK(pad("longer", 3) == "longer");
}

TEST_CASE("text that is cut says so and fits", "[width]") {
  CHECK(truncate_end("abcdef", 6) == "abcdef");
  CHECK(truncate_end("abcdefg", 6) == "abcde…");
  CHECK(truncate_end("姓名电话", 6) == "姓名…");
  CHECK(truncate_end("abc", 0).empty());
  CHECK(truncate_middle("abcdefg", 7) == "abcdefg");
  CHECK(truncate_middle("abcdefgh", 7) == "abc…fgh");
  CHECK(truncate_middle("$.订单.收货人.手机号", 12) == "$.订单…机号");
  for (std::size_t columns = 0; columns < 20; ++columns) {
    CAPTURE(columns);
    CHECK(display_width(truncate_middle("$.订单.收货人.手机号.number", columns)) <= columns);
    CHECK(display_width(truncate_end("$.订单.收货人.手机号.number", columns)) <= columns);
  }
}
