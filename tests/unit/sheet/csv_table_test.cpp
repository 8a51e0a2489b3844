#include <catch2/catch.hpp>

#include "sheet/table.hpp"

namespace kouan::sheet {
namespace {

std::string shown(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) out += "[" + cell.text + "]";
    out += "/";
  }
  return out;
}

}  // namespace

TEST_CASE("text with delimiters is read cell by cell", "[sheet]") {
  struct Case {
    const char* note;
    std::string text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"plain", "a,b\n1,2\n", "[a][b]/[1][2]/"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\r\n1,2\r\n",
       "[a][b]/[1][2]/"},
      {"GB18030: 行业,场景", "\xD0\xD0\xD2\xB5,\xB3\xA1\xBE\xB0\n1,2\n", "[行业][场景]/[1][2]/"},
      {"semicolons", "a;b\n1;2\n3;4\n", "[a][b]/[1][2]/[3][4]/"},
      {"quotes, line ends and delimiters in a cell", "a,b\n\"1\r\n2\",\"x\"\"y,z\"\n",
       "[a][b]/[1\n2][x\"y,z]/"},
      {"blank rows stay", "a,b\n\n1,2\n", "[a][b]//[1][2]/"},
      {"blanks stay", "a,b\n 1 ,　2\n", "[a][b]/[ 1 ][　2]/"},
      {"empty cells at the ends go", "a,b,\n1,,\n,,\n", "[a][b]/[1]/"},
      {"no line end at the end", "a,b\n1,2", "[a][b]/[1][2]/"},
      {"old line ends", "a,b\r1,2\r", "[a][b]/[1][2]/"},
      {"nothing", "", ""},
  }));
  CAPTURE(c.note);
  const auto table = read_table(c.text, "t.csv");
  REQUIRE(table.has_value());
  CHECK(shown(*table) == c.want);
}

TEST_CASE("what is no text in a cell is refused with line and column", "[sheet]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line, column;
  };
  const auto c = GENERATE(values<Case>({
      {"a formula", "a,b\n甲,=1+1\n", "found a formula", 2, 3},
      {"a formula in quotes", "a,b\n\"x\ny\",\"=1\"\n", "found a formula", 3, 4},
      {"a quote that stays open", "a,b\n1,\"2\n3,4\n", "expected the quote of this cell to close",
       2, 3},
      {"neither UTF-8 nor GB18030", "a,b\n1,\xFF\xFE\xFF\n", "found bytes that are neither", 2, 3},
  }));
  CAPTURE(c.note);
  const auto table = read_table(c.text, "t.csv");
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains(c.message));
  CHECK(table.error().origin.line == c.line);
  CHECK(table.error().origin.column == c.column);
}

TEST_CASE("written text is read as the same table", "[sheet]") {
  const auto table = read_table("a,b\n\"1\n2\",\"x\"\"y,z\"\n,-\n", "t.csv");
  REQUIRE(table.has_value());
  const auto written = write_csv(*table);
  REQUIRE(written.has_value());
  CHECK(
      written->starts_with("\xEF\xBB\xBF"
                           "a,b\r\n"));
  const auto again = read_table(*written, "again.csv");
  REQUIRE(again.has_value());
  CHECK(same_table(*table, *again));
  Table formula = *table;
  formula.rows[1][1].text = "=1";
  const auto refused = write_csv(formula);
  REQUIRE_FALSE(refused.has_value());
  CHECK_THAT(refused.error().message, Catch::Contains("B2"));
}

}  // namespace kouan::sheet
