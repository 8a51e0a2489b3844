#include "judge/explain.hpp"

#include <catch2/catch.hpp>

using namespace kouan;

TEST_CASE("a count is one figure or an interval", "[explain]") {
  CHECK(count_text({1'284'551, 1'284'551}) == "1,284,551");
  CHECK(count_text({1, 5}) == "1 – 5");
  CHECK(count_text({1, ~std::uint64_t{0}}) == "1 – ?");
}

TEST_CASE("the sign of a test follows its side and its bound", "[explain]") {
  struct Case {
    const char* note;
    bool at_least;
    Bound bound;
    const char* sign;
  };
  const auto c = GENERATE(values<Case>({
      {"以上", true, Bound::inclusive, "5 人 ≥ 阈值 7"},
      {"超过", true, Bound::exclusive, "5 人 > 阈值 7"},
      {"以下", false, Bound::inclusive, "5 人 ≤ 阈值 7"},
      {"不满", false, Bound::exclusive, "5 人 < 阈值 7"},
      {"not stated", true, Bound::unstated, "未载明"},
  }));
  CAPTURE(c.note);
  PersonsTest test;
  test.figure = 7;
  test.at_least = c.at_least;
  test.bound = c.bound;
  CHECK_THAT(describe(test, {5, 5}, 0).zh, Catch::Matchers::Contains(c.sign));
}

TEST_CASE("an unknown figure is called so", "[explain]") {
  CHECK_THAT(describe(PersonsTest{}, {5, 5}, 0).en, Catch::Matchers::Contains("not known"));
}

TEST_CASE("the reason of an open row says that it is not settled", "[explain]") {
  EntryResult entry;
  entry.clause = {"虚构第一条", "made up, art. 1"};
  entry.mechanism = Outcome::security_assessment;
  entry.holds = Tri::unknown;
  entry.conditions = {{{"甲", "first"}, Tri::unknown}, {{"乙", "second"}, Tri::no}};
  const LocalText reason = entry_reason(entry);
  CHECK_THAT(reason.en, Catch::Matchers::Contains("made up, art. 1: first") &&
                            Catch::Matchers::Contains("not settled"));
  CHECK_THAT(reason.en, !Catch::Matchers::Contains("second"));
  entry.holds = Tri::yes;
  entry.other_route = true;
  CHECK_THAT(entry_reason(entry).en, Catch::Matchers::Contains("another law"));
}

TEST_CASE("how much of a list is known is said by the measures that it counts itself with",
          "[explain]") {
  struct Case {
    const char* note;
    DeclaredTotals declared;
    std::size_t scenarios;
    const char* zh;
    const char* en;
  };
  DeclaredTotals both, items, subcategories, categories, scenarios_only, catalogue;
  both.scenarios = scenarios_only.scenarios = 23;
  both.fields = 1'198;
  both.items = 48;
  items.scenarios = subcategories.scenarios = categories.scenarios = 9;
  items.items = 110;
  items.subcategories = 29;
  subcategories.subcategories = catalogue.subcategories = 46;
  categories.categories = catalogue.categories = 13;
  for (const Case& c : {
           Case{"fields before items", both, 9, "已知场景 9/23，字段 2/1,198",
                "9 of 23 scenarios, 2 of 1,198 fields"},
           Case{"items before subcategories", items, 0, "已知场景 0/9，条目 1/110",
                "0 of 9 scenarios, 1 of 110 items"},
           Case{"subcategories", subcategories, 1, "已知场景 1/9，子类 1/46",
                "1 of 9 scenarios, 1 of 46 subcategories"},
           Case{"no category is known as a whole", categories, 1, "已知场景 1/9，大类 0/13",
                "1 of 9 scenarios, 0 of 13 categories"},
           Case{"rows that nobody counted", scenarios_only, 0, "已知场景 0/23，字段 2/未知",
                "0 of 23 scenarios, 2 of unknown fields"},
           Case{"nothing declared",
                {},
                0,
                "已知场景 0/未知，字段 2/未知",
                "0 of unknown scenarios, 2 of unknown fields"},
           Case{"a catalogue has no scenarios", catalogue, 0, "已知子类 1/46",
                "1 of 46 subcategories"},
       }) {
    CAPTURE(c.note);
    NegativeList list;
    list.declared_totals = c.declared;
    list.scenarios.resize(c.scenarios);
    Entry read, unread;
    read.fidelity = Fidelity::partial;
    read.fields.resize(2);
    unread.fidelity = Fidelity::not_found;  // a place holder: no row of the list
    list.entries = {read, unread};
    CHECK(completeness(list).zh == c.zh);
    CHECK(completeness(list).en == c.en);
  }
}

TEST_CASE("rules that only recognise are counted as rules", "[explain]") {
  NegativeList list;
  list.kind = ListKind::reference;
  list.declared_totals.items = 6;
  list.reference_rules.resize(5);
  CHECK(completeness(list).en == "5 of 6 rules");
}
