#include "official/import_map.hpp"

#include "unit/official/made_tables.hpp"

namespace kouan::official {
namespace {

const std::string sound = official_text("map.yaml");

std::string changed(const std::string& from, const std::string& to) {
  std::string text = sound;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a map says which heading stands over what", "[official]") {
  const ImportMap map = official_map();
  CHECK(map.columns.size() == role_names.size());
  CHECK(map.columns.at(Role::characteristics) == "数据基本特征与描述");
  CHECK(map.fill_down == std::vector<std::string>{"行业", "业务活动", "业务场景"});
  CHECK(map.sectors.at("样例医药") == "pharma");
  CHECK(map.mechanisms.at("样例：不作要求") == "none");
  CHECK(map.entry_prefix == "SAMPLE99");
  CHECK(map.complete);
  CHECK_FALSE(map.header_row.has_value());
  const auto row = read_import_map(sound + "header_row: 3\n", "map.yaml");
  REQUIRE(row.has_value());
  CHECK(row->header_row == 2);
}

TEST_CASE("what is wrong in a map is refused with its place, in both languages",
          "[official][error]") {
  struct Case {
    const char* note;
    std::string from, to;
    const char* en;
    const char* zh;
    std::uint32_t line, column;
  };
  const auto c = GENERATE(values<Case>({
      {"an unknown role", "  scenario: ", "  scenari: ", "did you mean 'scenario'?",
       "是否应为“scenario”", 15, 3},
      {"two roles for one heading", "note: 备注", "note: 路径", "stands over this alone",
       "仅用于此项", 21, 9},
      {"two sectors with one id", "样例医药: pharma", "样例医药: retail", "each id once",
       "每个编号应只出现一次", 24, 31},
      {"a name that stands twice but for blanks", "样例医药: pharma", "样例 零售: pharma",
       "each name once", "每个名称应只出现一次", 24, 25},
      {"a key twice", "complete: yes", "entry_prefix: A", "each key once", "每个键应只出现一次", 27,
       1},
      {"no prefix", "entry_prefix: SAMPLE99\n", "", "'entry_prefix', found none", "未见", 2, 1},
      {"an unknown mechanism", "\"样例：不作要求\": none", "\"样例：不作要求\": nono",
       "did you mean 'none'?", "“nono”", 26, 25},
      {"an anchor", "fill_down: [", "fill_down: &a [", "no anchors", "不应有锚点", 22, 12},
      {"a tab", "  note: 备注", "\tnote: 备注", "a tab", "制表符", 21, 1},
      {"no date", "in_force: {from: 2099-01-01}", "in_force: {from: soon}", "text like", "“soon”",
       9, 20},
  }));
  CAPTURE(c.note);
  const auto map = read_import_map(changed(c.from, c.to), "map.yaml");
  REQUIRE_FALSE(map.has_value());
  CHECK_THAT(map.error().message, Catch::Contains(c.en));
  CHECK_THAT(map.error().zh, Catch::Contains(c.zh));
  CHECK(map.error().origin.file == "map.yaml");
  CHECK(map.error().origin.line == c.line);
  CHECK(map.error().origin.column == c.column);
}

}  // namespace kouan::official
