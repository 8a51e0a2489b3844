#include "trial/mutant.hpp"

#include <algorithm>

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

Entry counting(std::optional<std::uint64_t> figure, Bound bound) {
  Entry row;
  row.kind = EntryKind::personal;
  PersonsTest test;
  test.figure = figure;
  test.bound = bound;
  row.when = Condition{test};
  return row;
}

std::size_t of_kind(const std::vector<Mutant>& mutants, Change change) {
  return static_cast<std::size_t>(std::ranges::count(mutants, change, &Mutant::change));
}

}  // namespace

TEST_CASE("a figure is moved both ways, its bound turned, its condition flipped and dropped",
          "[trial]") {
  const Entry row = counting(10, Bound::inclusive);
  const auto mutants = mutants_of(row, {});
  REQUIRE(mutants.size() == 5);
  std::vector<std::uint64_t> figures;
  for (const Mutant& mutant : mutants) {
    const Entry changed = mutated(row, mutant);
    if (mutant.change == Change::drop) {
      CHECK_FALSE(changed.when.has_value());
      continue;
    }
    if (mutant.change == Change::flip) {
      CHECK(std::get<Group>(changed.when->test).kind == Group::Kind::negation);
      continue;
    }
    const auto& test = std::get<PersonsTest>(changed.when->test);
    if (mutant.change == Change::figure) figures.push_back(*test.figure);
    if (mutant.change == Change::bound) CHECK(test.bound == Bound::exclusive);
  }
  std::ranges::sort(figures);
  CHECK(figures == std::vector<std::uint64_t>{9, 11});
}

TEST_CASE("there is no figure below nobody, and none to move where it is not known", "[trial]") {
  CHECK(of_kind(mutants_of(counting(0, Bound::inclusive), {}), Change::figure) == 1);
  const auto unknown = mutants_of(counting(std::nullopt, Bound::unstated), {});
  CHECK(of_kind(unknown, Change::figure) == 0);
  CHECK(of_kind(unknown, Change::bound) == 0);
}

TEST_CASE("what the judge asks for anyway is not dropped", "[trial]") {
  CHECK(of_kind(mutants_of(counting(1, Bound::inclusive), {}), Change::drop) == 0);
  CHECK(of_kind(mutants_of(counting(2, Bound::inclusive), {}), Change::drop) == 1);
  Entry other = counting(1, Bound::inclusive);
  other.kind = EntryKind::sensitive_personal;  // asks for sensitive data, the condition for anybody
  CHECK(of_kind(mutants_of(other, {}), Change::drop) == 1);
}

TEST_CASE("groups of several limbs are joined otherwise", "[trial]") {
  const Entry& row = row_at(rules_of_program(), row_named("N26-07"));
  const auto mutants = mutants_of(row, {});
  CHECK(of_kind(mutants, Change::join) == 1);
  const auto join = std::ranges::find(mutants, Change::join, &Mutant::change);
  CHECK(std::get<Group>(mutated(row, *join).when->test).kind == Group::Kind::any);
}

}  // namespace kouan::trial
