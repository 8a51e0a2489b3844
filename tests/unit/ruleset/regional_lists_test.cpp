#include <algorithm>

#include "unit/ruleset/loaded_rules.hpp"

namespace kouan {
namespace {

TEST_CASE("every list says its declared totals, and none of them claims to be complete",
          "[lists]") {
  using Total = std::optional<std::uint64_t>;
  struct Case {
    const char* id;
    const char* from;
    std::size_t sectors, scenarios;
    Total declared_scenarios, declared_items;
  };
  for (const Case& c : {Case{"tianjin/2024", "2024-05-09", 13, 0, {}, {}},
                        Case{"shanghai/2024", "2025-02-08", 3, 6, 6, 84},
                        Case{"shanghai/2025", "2026-04-24", 4, 0, 9, 109},
                        Case{"shanghai/lingang-2024", "2024-05-17", 3, 4, 11, {}},
                        Case{"hainan/2024", "2025-02-20", 5, 0, 14, 88},
                        Case{"zhejiang/2024", "2025-04-10", 2, 8, 8, 134},
                        Case{"guangxi/2025", "2025-08-08", 4, 0, {}, {}},
                        Case{"jiangsu/2025", "2025-08-13", 1, 0, 21, {}},
                        Case{"chongqing/2025", "2025-09-05", 1, 0, 9, 110},
                        Case{"fujian/2025", "2025-12-25", 4, 0, 26, 298},
                        Case{"guangdong/2025", "2026-05-18", 2, 0, 7, 67}}) {
    CAPTURE(c.id);
    const NegativeList* list = rules_of_program().find_list(c.id);
    REQUIRE(list != nullptr);
    CHECK(to_text(list->in_force_from) == c.from);
    CHECK(list->sectors.size() == c.sectors);
    CHECK(list->scenarios.size() == c.scenarios);
    CHECK(list->declared_totals.scenarios == c.declared_scenarios);
    CHECK(list->declared_totals.items == c.declared_items);
    CHECK(std::ranges::none_of(list->scenarios, &Scenario::complete));
    CHECK_FALSE(list->territory.empty());
  }
}

TEST_CASE("where only the day of publication is known, the list says that it is no more",
          "[lists]") {
  for (const auto& [id, list] : rules_of_program().lists) {
    // Of these the day of coming into force was read.
    if (list.zone == "beijing-ftz" || list.zone == "beijing" || list.zone == "national") continue;
    CAPTURE(id);
    CHECK(std::ranges::any_of(list.notes, [](const std::string& note) {
      return note.find(
                 "In force is the day of publication; a separate day of coming into force "
                 "was not found.") != std::string::npos;
    }));
  }
}

TEST_CASE("a row that was not read asks, and has no mechanism but that of the national rules",
          "[lists]") {
  std::size_t rows = 0;
  for (const auto& [id, list] : rules_of_program().lists) {
    for (const Entry& row : list.entries) {
      if (row.fidelity != Fidelity::not_found) continue;
      CAPTURE(row.id);
      ++rows;
      CHECK(row.fields.empty());
      REQUIRE(row.when.has_value());
      const auto* const persons = std::get_if<PersonsTest>(&row.when->test);
      if (persons != nullptr) {
        CHECK_FALSE(persons->figure.has_value());
        CHECK(persons->bound == Bound::unstated);
        CHECK_FALSE(row.mechanism.has_value());
        continue;
      }
      // Important data that a list names: Provisions of 2024, art. 2 and 7.
      REQUIRE(std::holds_alternative<QuestionTest>(row.when->test));
      CHECK(row.kind == EntryKind::important);
      CHECK(row.mechanism == Outcome::security_assessment);
      CHECK(row.clause.zh.find("《促进和规范数据跨境流动规定》第二、七条") != std::string::npos);
      CHECK(row.source.find("www.cac.gov.cn/2024-03/22/c_1712776611775634") != std::string::npos);
    }
  }
  CHECK(rows >= 20);
}

TEST_CASE("only where an act is known may lists of other places be applied", "[lists]") {
  for (const auto& [id, list] : rules_of_program().lists) {
    CAPTURE(id);
    const bool known = id == "beijing/2025" || id == "shanghai/2024" || id == "shanghai/2025";
    CHECK((list.reference_mode && list.reference_mode->may_apply_others) == known);
  }
}

TEST_CASE("the vehicle rules name five kinds of important data, one by more than 100,000 persons",
          "[lists]") {
  const NegativeList* list = rules_of_program().find_list("national/vehicle-2021");
  REQUIRE(list != nullptr);
  CHECK(list->kind == ListKind::reference);
  CHECK(list->entries.empty());
  REQUIRE(list->reference_rules.size() == 6);
  const auto& persons = std::get<PersonsTest>(list->reference_rules[4].when->test);
  CHECK(persons.figure == 100'000U);
  CHECK(persons.bound == Bound::exclusive);
}

TEST_CASE("a list is not yet in force, in force, replaced or ended, by its day", "[lists]") {
  const auto& lists = rules_of_program().lists;
  const auto status = [&](const char* id, const char* day) {
    return status_on(lists.at(id), lists, *parse_date(day));
  };
  CHECK(status("beijing/2024", "2024-08-29") == ListStatus::not_yet);
  CHECK(status("beijing/2024", "2024-08-30") == ListStatus::in_force);
  CHECK(status("beijing/2024", "2026-05-10") == ListStatus::in_force);
  CHECK(status("beijing/2024", "2026-05-11") == ListStatus::replaced);
  CHECK(status("shanghai/lingang-2024", "2025-05-16") == ListStatus::in_force);
  CHECK(status("shanghai/lingang-2024", "2025-05-17") == ListStatus::ended);
}

}  // namespace
}  // namespace kouan
