#include "judge/column_evidence.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

match::Concept made(const char* id, match::Concept::Class data_class, std::uint8_t identifies) {
  match::Concept item;
  item.id = id;
  item.data_class = data_class;
  item.identifies = identifies;
  return item;
}

TEST_CASE("traits come from the concept", "[column_evidence]") {
  using enum match::Concept::Class;
  CHECK(traits_of(made("mobile_phone", personal, 2)).shaped);
  CHECK_FALSE(traits_of(made("user_id", personal, 3)).shaped);
  CHECK(traits_of(made("person_name", personal, 0)).words);
  CHECK(traits_of(made("id_document_number", personal, 1)).umbrella);
  CHECK_FALSE(traits_of(made("passport_number", personal, 1)).umbrella);
  CHECK(traits_of(made("password", sensitive, 0)).secret);
  CHECK_FALSE(traits_of(made("bank_card_number", sensitive, 3)).secret);
  CHECK_FALSE(traits_of(made("gender", personal, 0)).secret);
}

TEST_CASE("a column is filled by firm hits of four values in five", "[column_evidence]") {
  struct Case {
    const char* note;
    std::uint64_t values;
    HitCounts hits;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"four of five", 5, {4, 0, 4, 0, 0}, true},
      {"three of four", 4, {3, 0, 3, 0, 0}, false},
      {"seven of eight, medium", 8, {7, 0, 0, 7, 0}, true},
      {"a weak shape fills nothing", 5, {5, 0, 0, 0, 0}, false},
      {"running text fills nothing", 5, {0, 5, 5, 0, 0}, false},
      {"no values", 0, {}, false},
      {"as many as fit in 64 bits",
       ~std::uint64_t{0},
       {~std::uint64_t{0}, 0, ~std::uint64_t{0}, 0, 0},
       true},
  }));
  CAPTURE(c.note);
  FieldStatistics column;
  column.values = c.values;
  CHECK(fills_column(column, c.hits) == c.want);
}

TEST_CASE("a column is constant from the twenty-first value on", "[column_evidence]") {
  FieldStatistics column;
  column.distinct.add(5);
  column.values = 20;
  CHECK_FALSE(constant_column(column));
  column.values = 21;
  CHECK(constant_column(column));
  column.distinct.add(6);
  CHECK_FALSE(constant_column(column));
}

TEST_CASE("the reason names name, share, checksum and what speaks against it",
          "[column_evidence]") {
  FieldStatistics column;
  column.values = 1000;
  column.distinct.add(1);
  column.distinct.add(2);
  ColumnEvidence evidence;
  evidence.column = &column;
  evidence.traits = {1, true, false, false, false};
  evidence.named = Certainty::likely;
  CHECK(weigh(evidence).why == "The name says so; no value has the shape.");
  evidence.hits = {973, 2, 950, 0, 1};
  CHECK(weigh(evidence).why ==
        "The name says so; 97.3 % of the values have the shape, 95.0 % pass a checksum, 0.2 % hold "
        "one in running text, 0.1 % lost digits on the way.");
  evidence.named = Certainty::none;
  evidence.hits = {};
  evidence.hits.whole = evidence.hits.strong = 1;
  column.values = 1'000'000;
  const ColumnWeight stray = weigh(evidence);
  CHECK(stray.stray);
  CHECK(stray.why.find("under 0.1 %") != std::string::npos);
  CHECK(stray.why.find("stray") != std::string::npos);
}

}  // namespace
}  // namespace kouan
