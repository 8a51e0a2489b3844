// The wanted list is tests/official/list.yaml. Where the change is meant: run with
// KOUAN_UPDATE_EXPECTED=1 and read the difference against the table, row by row.

#include "official/list_import.hpp"

#include <cstdlib>
#include <fstream>

#include "ruleset/lint.hpp"
#include "ruleset/list_reader.hpp"
#include "unit/official/made_tables.hpp"

namespace kouan::official {
namespace {

ImportedList imported(const sheet::Table& table, const ImportMap& map) {
  auto list = import_list(table, map, rules_of_program());
  if (!list) FAIL(list.error().message);
  return *std::move(list);
}

/// The columns in which an empty cell means the one above, merged as an office would.
std::vector<sheet::Merge> blocks_of(const sheet::Table& table) {
  std::vector<sheet::Merge> blocks;
  for (const std::size_t column : {1U, 2U, 3U}) {
    for (std::size_t row = 2; row < table.rows.size(); ++row) {
      const auto is_entry = [&](std::size_t at) {
        return at < table.rows.size() && table.rows[at].size() > 4 && table.text(at, 0) != "序号";
      };
      if (!is_entry(row) || table.text(row, column).empty()) continue;
      std::size_t last = row;
      while (is_entry(last + 1) && table.text(last + 1, column).empty()) ++last;
      if (last > row) blocks.push_back({row, column, last, column});
    }
  }
  return blocks;
}

}  // namespace

TEST_CASE("the table of 60 rows becomes the wanted list, word for word", "[official]") {
  const ImportedList list = imported(official_table(), official_map());
  if (std::getenv("KOUAN_UPDATE_EXPECTED") != nullptr) {
    std::ofstream(official_file("list.yaml"), std::ios::binary) << list.yaml;
  }
  CHECK(list.yaml == official_text("list.yaml"));
  CHECK(list.entries == 60);
}

TEST_CASE("the list gives the table back, as text and as xlsx", "[official]") {
  const sheet::Table table = official_table();
  const auto root = parse_checked(official_text("list.yaml"), "list.yaml", "list");
  REQUIRE(root.has_value());
  const auto again = export_table(*root, "list.yaml");
  REQUIRE(again.has_value());
  CHECK(sheet::same_table(table, *again));
  const auto csv = sheet::write_csv(*again);
  REQUIRE(csv.has_value());
  CHECK(*csv == official_text("table.csv"));
  const auto xlsx = sheet::write_xlsx(*again);
  REQUIRE(xlsx.has_value());
  const auto read = sheet::read_table(*xlsx, "table.xlsx");
  REQUIRE(read.has_value());
  CHECK(read->rows.size() == table.rows.size());
}

TEST_CASE("the same table as xlsx with merged cells becomes the same list", "[official]") {
  sheet::Table table = official_table();
  table.sheet = "样例";
  table.merges = blocks_of(table);
  REQUIRE(table.merges.size() > 10);
  const auto xlsx = sheet::write_xlsx(table);
  REQUIRE(xlsx.has_value());
  const auto read = sheet::read_table(*xlsx, "table.xlsx");
  REQUIRE(read.has_value());
  ImportMap map = official_map();
  map.fill_down.clear();
  std::string yaml = imported(*read, map).yaml;
  const auto root = parse_checked(yaml, "list.yaml", "list");
  REQUIRE(root.has_value());
  const auto again = export_table(*root, "list.yaml");
  REQUIRE(again.has_value());
  CHECK(sheet::same_table(table, *again));
  // The sheet and its blocks are all that the text does not have.
  const std::size_t begin = yaml.find("  sheet: ");
  const std::size_t end = yaml.find("  rows:\n");
  REQUIRE(begin < end);
  CHECK_THAT(yaml.substr(begin, end - begin), Catch::Contains("merged: [\"B3:B"));
  yaml.erase(begin, end - begin);
  CHECK(yaml == official_text("list.yaml"));
}

TEST_CASE("lint names everything that the import left to do, and nothing else is open",
          "[official]") {
  const RuleSet& rules = rules_of_program();
  const ImportedList made = imported(official_table(), official_map());
  const auto list = read_list({"list.yaml", made.yaml}, rules.concepts, rules.national);
  REQUIRE(list.has_value());
  CHECK(list->entries.size() == made.entries);
  std::size_t todos = 0;
  for (const LintFinding& finding : lint_list(*list, rules)) {
    CAPTURE(finding.place, finding.message.en);
    const bool known = finding.id == "open-todo" || finding.id == "figure-without-bound" ||
                       finding.id == "duplicate-row" || finding.id == "overlapping-figures" ||
                       finding.id == "field-matches-nothing" || finding.id == "unreachable-figure";
    CHECK(known);
    CHECK(finding.at.line != 0);
    if (finding.id == "open-todo") ++todos;
  }
  CHECK(todos == made.todos);
  for (const Scenario& scenario : list->scenarios) {
    for (const Entry& entry : list->entries) {
      const bool own = std::ranges::find(entry.scenarios, scenario.id) != entry.scenarios.end();
      if (own && !entry.todos.empty()) CHECK_FALSE(scenario.complete);
    }
  }
}

TEST_CASE("a row for all scenarios is one for those of its sector", "[official]") {
  const auto table = table_of({{"行业", "业务场景", "数据类别", "数据项示例", "路径"},
                               {"样例零售", "样例订单", "重要数据", "姓名", "安全评估"},
                               {"样例医药", "样例随访", "重要数据", "姓名", "安全评估"},
                               {"样例医药", "所有场景", "重要数据", "邮箱", "安全评估"},
                               {"样例汽车", "所有场景", "重要数据", "邮箱", "安全评估"}});
  ImportMap map = official_map();
  map.columns = {{Role::sector, "行业"},
                 {Role::scenario, "业务场景"},
                 {Role::category, "数据类别"},
                 {Role::examples, "数据项示例"},
                 {Role::path, "路径"}};
  map.fill_down.clear();
  const std::string yaml = imported(table, map).yaml;
  CHECK_THAT(yaml, Catch::Contains("scenarios: [retail.orders]\n") &&
                       Catch::Contains("scenarios: [pharma.scenario_1]\n") &&
                       Catch::Contains("name: \"所有场景\", sector: auto"));
  map.columns.erase(Role::sector);
  const auto plain = table_of({{"业务场景", "数据类别", "数据项示例", "路径"},
                               {"样例随访", "重要数据", "姓名", "安全评估"},
                               {"所有场景", "重要数据", "邮箱", "安全评估"}});
  CHECK_THAT(imported(plain, map).yaml, Catch::Contains("scenarios: [any]\n"));
}

TEST_CASE("text of any kind stays text", "[official]") {
  const auto table = table_of({{"业务场景", "数据类别", "备注"},
                               {"样例: {a} # \"b\" \\", "重要数据", "yes"},
                               {"*甲 &乙 !丙", "重要数据", "- 1\n\x7F"}});
  ImportMap map = official_map();
  map.columns = {{Role::scenario, "业务场景"}, {Role::category, "数据类别"}, {Role::note, "备注"}};
  map.fill_down.clear();
  const std::string yaml = imported(table, map).yaml;
  const auto root = parse_checked(yaml, "list.yaml", "list");
  REQUIRE(root.has_value());
  const auto again = export_table(*root, "list.yaml");
  REQUIRE(again.has_value());
  CHECK(sheet::same_table(table, *again));
}

}  // namespace kouan::official
