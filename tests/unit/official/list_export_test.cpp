#include "official/list_import.hpp"

#include "unit/official/made_tables.hpp"

namespace kouan::official {
namespace {

Result<sheet::Table> exported(const std::string& text) {
  KOUAN_TRY(const YamlNode root, parse_checked(text, "list.yaml", "list"));
  return export_table(root, "list.yaml");
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = official_text("list.yaml");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what somebody settles in the list does not change its table", "[official]") {
  const auto table = exported(changed("mechanism: security_assessment", "mechanism: prohibited"));
  REQUIRE(table.has_value());
  CHECK(sheet::same_table(*table, official_table()));
}

TEST_CASE("what breaks the table of a list is refused with its place", "[official][error]") {
  struct Case {
    const char* note;
    std::string from, to;
    const char* en;
    const char* zh;
  };
  const auto c = GENERATE(values<Case>({
      {"a row twice", "      row: 4\n", "      row: 3\n", "each row once, found 3 again", "3 重复"},
      {"a row beyond the limit", "      row: 4\n", "      row: 99999999\n",
       "expected the number of a row", "应为行号"},
      {"no such heading", "        \"路径\": ", "        \"路\": ",
       "expected a heading of the table, found '路'", "应为表格的列标题"},
      {"merged cells that are none", "  rows:\n", "  merged: [A3:A1]\n  rows:\n",
       "expected merged cells such as A3:A5", "应为合并单元格"},
  }));
  CAPTURE(c.note);
  const auto table = exported(changed(c.from, c.to));
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains(c.en));
  CHECK_THAT(table.error().zh, Catch::Contains(c.zh));
  CHECK(table.error().origin.line != 0);
}

TEST_CASE("a list that was not imported has no table", "[official][error]") {
  const auto text = read_text_file(std::string(KOUAN_SOURCE_DIR) + "/rules/lists/beijing/2024.yaml",
                                   limits::rule_file_bytes_max);
  REQUIRE(text.has_value());
  const auto table = exported(*text);
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains("found one that was not imported"));
}

}  // namespace kouan::official
