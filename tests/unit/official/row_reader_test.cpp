#include "official/row_reader.hpp"

#include "unit/official/made_tables.hpp"

namespace kouan::official {
namespace {

RowReading read(std::map<Role, std::string> texts, const ImportMap& map = official_map()) {
  texts.try_emplace(Role::category, "重要数据");
  texts.try_emplace(Role::scenario, "样例场景");
  texts.try_emplace(Role::path, "数据出境安全评估");
  texts.try_emplace(Role::examples, "姓名");
  EntryRow row;
  row.texts = std::move(texts);
  const RuleSet& rules = rules_of_program();
  return read_row(row, map, *rules.lexicon, rules.concepts);
}

}  // namespace

TEST_CASE("the kind is read off the category, or is left to a person", "[official]") {
  struct Case {
    const char* category;
    const char* part;
    const char* want;
    bool open;
  };
  const auto c = GENERATE(values<Case>({
      {"重要数据", "", "important", false},
      {"一般 数据", "", "general", false},
      {"敏感个人信息", "", "sensitive_personal", false},
      {"个人信息（不含敏感个人信息）", "", "personal", false},
      {"个人信息", "敏感个人信息", "sensitive_personal", false},
      {"核心数据", "", "general", true},
      {"重要数据、个人信息", "", "general", true},
  }));
  CAPTURE(c.category);
  const RowReading reading =
      read({{Role::category, c.category},
            {Role::subcategory, c.part},
            {Role::characteristics, "自当年1月1日起累计向境外提供10万人以上个人信息"}});
  CHECK(reading.kind == c.want);
  CHECK(reading.todos.empty() != c.open);
}

TEST_CASE("one mechanism is read off the path, or none", "[official]") {
  struct Case {
    const char* path;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"申报数据出境\n安全评估", "security_assessment"},
      {"订立标准合同", "contract_or_certification"},
      {"个人信息出境标准合同备案或个人信息保护认证", "contract_or_certification"},
      {"不满100万人的，订立标准合同", "contract_or_certification"},
      {"不得出境", "prohibited"},
      {"其他合法途径", "other_route"},
      {"样例：不作要求", "none"},
      {"安全评估或者标准合同", "unknown"},
      {"未通过安全评估的，不得出境", "unknown"},
      {"无需申报安全评估", "unknown"},
      {"免予申报安全评估", "unknown"},
      {"可自愿申报安全评估", "unknown"},
      {"经身份认证后出境", "unknown"},
      {"按样例规定办理", "unknown"},
      {"", "unknown"},
  }));
  CAPTURE(c.path);
  const RowReading reading = read({{Role::path, c.path}});
  CHECK(reading.mechanism == c.want);
  CHECK(reading.todos.empty() == (reading.mechanism != "unknown"));
}

TEST_CASE("a table without paths takes the mechanism of its map", "[official]") {
  ImportMap map = official_map();
  map.mechanism = "security_assessment";
  CHECK(read({{Role::path, ""}}, map).mechanism == "security_assessment");
  CHECK(read({{Role::path, "按样例规定办理"}}, map).mechanism == "unknown");
}

TEST_CASE("scenarios stand apart where the cell leaves no doubt", "[official]") {
  struct Case {
    const char* note;
    const char* cell;
    std::vector<std::string> want;
    bool open;
  };
  const auto c = GENERATE(values<Case>({
      {"one", "样例研发", {"样例研发"}, false},
      {"lines", "样例研发\n样例协同", {"样例研发", "样例协同"}, false},
      {"items", "1. 样例研发；\n2. 样例协同", {"样例研发", "样例协同"}, false},
      {"a label", "样例：研发", {"样例：研发"}, false},
      {"known ones", "样例订单、样例售后", {"样例订单", "样例售后"}, false},
      {"perhaps one", "样例研发、样例协同", {"样例研发", "样例协同"}, true},
      {"perhaps more", "样例研发等", {"样例研发"}, true},
      {"none", "", {}, true},
  }));
  CAPTURE(c.note);
  const RowReading reading = read({{Role::scenario, c.cell}});
  CHECK(reading.scenarios == c.want);
  CHECK_FALSE(reading.any_scenario);
  CHECK(reading.todos.empty() != c.open);
  CHECK(reading.settled() != c.open);
}

TEST_CASE("all scenarios are no list of names", "[official]") {
  const RowReading reading = read({{Role::scenario, "所有\n场景"}});
  CHECK(reading.any_scenario);
  CHECK(reading.scenarios.empty());
  CHECK(reading.settled());
}

TEST_CASE("figures stand under one heading", "[official]") {
  const std::string figure = "自当年1月1日起累计向境外提供10万人以上个人信息";
  const auto settled = [](std::map<Role, std::string> texts) {
    texts.try_emplace(Role::category, "个人信息");
    return read(std::move(texts)).settled();
  };
  CHECK(settled({{Role::characteristics, figure}}));
  CHECK(settled({{Role::path, figure + "的，申报安全评估"}}));
  CHECK_FALSE(settled({{Role::characteristics, figure}, {Role::path, figure + "，申报安全评估"}}));
  CHECK_FALSE(settled({{Role::characteristics, figure}, {Role::note, figure}}));
  CHECK_FALSE(settled({{Role::characteristics, "样例"}}));
  const RowReading open = read({{Role::category, "个人信息"}, {Role::characteristics, "样例"}});
  REQUIRE(open.figures.when.has_value());
  CHECK_FALSE(std::get<PersonsTest>(open.figures.when->test).figure.has_value());
}

TEST_CASE("a row without fields and figures is something to do", "[official]") {
  const RowReading reading = read({{Role::examples, ""}});
  REQUIRE(reading.todos.size() == 1);
  CHECK_THAT(reading.todos[0].en, Catch::Contains("found neither"));
  CHECK(read({{Role::examples, ""}, {Role::characteristics, "100万条以上"}}).settled());
  CHECK_FALSE(read({{Role::examples, "样例参数甲"}}).settled());
}

}  // namespace kouan::official
