#include "sheet/table.hpp"

#include <catch2/catch.hpp>
#include <kouan/limits.hpp>

namespace kouan::sheet {

TEST_CASE("cells and blocks are named as office programs name them", "[sheet]") {
  struct Case {
    std::size_t row, column;
    const char* name;
  };
  const auto c = GENERATE(values<Case>({{0, 0, "A1"},
                                        {4, 2, "C5"},
                                        {0, 25, "Z1"},
                                        {9, 26, "AA10"},
                                        {0, 255, "IV1"},
                                        {0, 701, "ZZ1"}}));
  CHECK(cell_name(c.row, c.column) == c.name);
  Merge merge;
  if (c.column < limits::table_columns_max) {
    REQUIRE(parse_merge(std::string(c.name) + ":" + c.name, merge));
    CHECK(merge == Merge{c.row, c.column, c.row, c.column});
  }
}

TEST_CASE("what names no block within the limits is none", "[sheet]") {
  const auto* const name = GENERATE("", "A1", "A1:", ":A1", "A0:A1", "A3:A1", "1A:2A", "A1:XFD2",
                                    "A1:A9999999", "a1:a2", "A1:A2x");
  CAPTURE(name);
  Merge merge;
  CHECK_FALSE(parse_merge(name, merge));
}

TEST_CASE("empty cells at the ends say nothing, others do", "[sheet]") {
  const auto table = [](std::vector<std::vector<std::string>> rows) {
    Table made;
    for (const auto& row : rows) {
      auto& cells = made.rows.emplace_back();
      for (const auto& text : row) cells.push_back({text, 0, 0});
    }
    return made;
  };
  CHECK(same_table(table({{"a", ""}, {""}}), table({{"a"}})));
  CHECK_FALSE(same_table(table({{"a"}}), table({{"", "a"}})));
  CHECK_FALSE(same_table(table({{"a"}}), table({{"a "}})));
  Table merged = table({{"a", "b"}});
  merged.merges.push_back({0, 0, 1, 0});
  CHECK_FALSE(same_table(merged, table({{"a", "b"}})));
}

TEST_CASE("a table that is too large, or an old office file, is refused", "[sheet]") {
  const auto large = read_table(std::string(limits::table_bytes_max + 1, 'a'), "large.csv");
  REQUIRE_FALSE(large.has_value());
  CHECK(large.error().code == ErrorCode::limit_exceeded);
  CHECK(large.error().origin.file == "large.csv");
  const auto old = read_table("\xD0\xCF\x11\xE0 and more", "old.xls");
  REQUIRE_FALSE(old.has_value());
  CHECK_THAT(old.error().message, Catch::Contains("save it as xlsx"));
  CHECK_FALSE(read_table("a,b\n1,2\n", "text.csv", "清单").has_value());
}

}  // namespace kouan::sheet
