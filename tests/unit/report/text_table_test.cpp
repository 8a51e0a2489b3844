#include "report/text_table.hpp"

#include <catch2/catch.hpp>

using namespace kouan::report;
using kouan::text::Align;

TEST_CASE("columns line up by display width", "[text_table]") {
  CHECK(text_table({{"路径"}, {"n", Align::right}}, {{"$.姓名", "1"}, {"$.a", "1,000"}}) ==
        "  路径        n\n"
        "  $.姓名      1\n"
        "  $.a     1,000\n");
}

TEST_CASE("a column that nobody fills is left out", "[text_table]") {
  CHECK(text_table({{"a"}, {"empty"}, {"b"}}, {{"1", "", "2"}}) == "  a  b\n  1  2\n");
}

TEST_CASE("cells that are too long say so", "[text_table]") {
  CHECK(text_table({{"p", Align::left, 7, Cut::middle}, {"q", Align::left, 4}},
                   {{"abcdefghij", "vwxyz"}}) ==
        "  p        q\n"
        "  abc…hij  vwx…\n");
}
