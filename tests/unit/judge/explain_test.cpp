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
