#include "official/table_rows.hpp"

#include "unit/official/made_tables.hpp"

namespace kouan::official {
namespace {

using Rows = std::vector<std::vector<std::string>>;

ImportMap small_map() {
  ImportMap map;
  map.file = "map.yaml";
  map.columns = {{Role::number, "序号"},
                 {Role::sector, "行业"},
                 {Role::scenario, "业务场景"},
                 {Role::category, "数据类别"}};
  map.fill_down = {"行业", "业务场景"};
  return map;
}

const std::vector<std::string> head = {"序号", "行业", "业务\n场景", "数据类别"};

}  // namespace

TEST_CASE("rows that are entries are told from titles, headings and notes", "[official]") {
  const auto rows = read_rows(table_of({{"样例清单"},
                                        head,
                                        {"1", "甲", "子", "个人信息"},
                                        {"2", "", "", "重要数据"},
                                        {},
                                        {"第二部分"},
                                        head,
                                        {"3", "", "丑", "一般数据"},
                                        {"4", "乙", "", "一般数据"},
                                        {"注：样例"}}),
                              small_map());
  REQUIRE(rows.has_value());
  CHECK(rows->columns == head);
  CHECK(rows->others == std::vector<std::size_t>{0, 1, 5, 6, 9});
  REQUIRE(rows->entries.size() == 4);
  CHECK(rows->entries[0].text(Role::scenario) == "子");
  CHECK(rows->entries[1].text(Role::sector) == "甲");
  CHECK(rows->entries[1].text(Role::scenario) == "子");
  CHECK(rows->entries[2].heading == "第二部分");
  CHECK(rows->entries[2].text(Role::sector) == "甲");
  CHECK(rows->entries[2].text(Role::scenario) == "丑");
  // A new sector ends the scenario above.
  CHECK(rows->entries[3].text(Role::scenario).empty());
}

TEST_CASE("merged cells hold in all their rows", "[official]") {
  sheet::Table table = table_of({head, {"1", "甲", "子", "个人信息"}, {"2", "", "", "重要数据"}});
  table.merges = {{1, 1, 2, 1}};
  ImportMap map = small_map();
  map.fill_down.clear();
  const auto rows = read_rows(table, map);
  REQUIRE(rows.has_value());
  CHECK(rows->entries[1].text(Role::sector) == "甲");
  CHECK(rows->entries[1].text(Role::scenario).empty());
}

TEST_CASE("a table that does not fit its map is refused with its place", "[official][error]") {
  struct Case {
    const char* note;
    Rows rows;
    const char* en;
    const char* zh;
    std::uint32_t line, column;
  };
  const auto c = GENERATE(values<Case>({
      {"no such heading",
       {{"序号", "行业", "业务场境", "数据类别"}},
       "did you mean '业务场境'?",
       "应有含列标题“业务场景”的一行",
       1,
       1},
      {"a heading twice",
       {{"序号", "行业", "业务场景", "数据类别", "行 业"}},
       "each heading once",
       "每个列标题应只出现一次",
       1,
       5},
      {"nothing below", {head}, "expected rows below the headings", "表头之下应有条目", 1, 1},
      {"no category",
       {head, {"1", "甲", "子"}},
       "expected a category in the row of A2",
       "A2 所在行应有数据类别",
       2,
       1},
      {"text under no heading",
       {head, {"1", "甲", "子", "个人信息", "多"}},
       "expected a heading over the text in E2",
       "E2 的文字上方应有列标题",
       2,
       5},
  }));
  CAPTURE(c.note);
  const auto rows = read_rows(table_of(c.rows), small_map());
  REQUIRE_FALSE(rows.has_value());
  CHECK_THAT(rows.error().message, Catch::Contains(c.en));
  CHECK_THAT(rows.error().zh, Catch::Contains(c.zh));
  CHECK(rows.error().origin.line == c.line);
  CHECK(rows.error().origin.column == c.column);
}

TEST_CASE("rows above the headings are left out only where the map says so", "[official]") {
  const auto table = table_of({{"1", "甲", "子", "个人信息"}, head, {"2", "甲", "子", "个人信息"}});
  const auto refused = read_rows(table, small_map());
  REQUIRE_FALSE(refused.has_value());
  CHECK_THAT(refused.error().message, Catch::Contains("found them in row 2"));
  CHECK(refused.error().origin.line == 1);
  ImportMap map = small_map();
  map.header_row = 1;
  const auto rows = read_rows(table, map);
  REQUIRE(rows.has_value());
  CHECK(rows->others == std::vector<std::size_t>{0, 1});
  CHECK(rows->entries.size() == 1);
}

TEST_CASE("in a sheet the cell is named with it", "[official][error]") {
  sheet::Table table = table_of({head, {"1", "甲", "子"}});
  table.sheet = "清单";
  const auto rows = read_rows(table, small_map());
  REQUIRE_FALSE(rows.has_value());
  CHECK_THAT(rows.error().message, Catch::Contains("清单!A2"));
}

}  // namespace kouan::official
