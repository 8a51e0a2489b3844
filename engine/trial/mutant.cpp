#include "trial/mutant.hpp"

#include <utility>

namespace kouan::trial {
namespace {

Bound other_bound(Bound bound) {
  return bound == Bound::inclusive ? Bound::exclusive : Bound::inclusive;
}

template <class Test>
void add_figure_mutants(const Test& test, const Mutant& at, std::vector<Mutant>& out) {
  if (!test.figure) return;
  for (const bool up : {true, false}) {
    if (!up && *test.figure == 0) continue;
    Mutant mutant = at;
    mutant.change = Change::figure;
    mutant.figure = up ? *test.figure + 1 : *test.figure - 1;
    out.push_back(std::move(mutant));
  }
  Mutant mutant = at;
  mutant.change = Change::bound;
  mutant.bound = other_bound(test.bound);
  out.push_back(std::move(mutant));
}

/// A row about persons needs one of them even without a condition: to drop just that is no change.
bool goes_without_saying(const Entry& row, const TestPlace& place) {
  if (place.unless != TestPlace::no_exception || !place.path.empty()) return false;
  const auto* const test = std::get_if<PersonsTest>(&test_at(row, place).test);
  if (test == nullptr || test->metric != Metric::exported || !test->at_least) return false;
  if (test->figure != 1 || test->bound != Bound::inclusive) return false;
  return (row.kind == EntryKind::personal && test->population == Population::any) ||
         (row.kind == EntryKind::sensitive_personal && test->population == Population::sensitive) ||
         (row.kind == EntryKind::special_sensitive && test->population == Population::special);
}

void add_mutants(const Entry& row, const Mutant& at, std::vector<Mutant>& out) {
  const Condition& condition = test_at(row, at.test);
  if (const auto* const persons = std::get_if<PersonsTest>(&condition.test)) {
    add_figure_mutants(*persons, at, out);
  } else if (const auto* const quantity = std::get_if<QuantityTest>(&condition.test)) {
    add_figure_mutants(*quantity, at, out);
  }
  const auto* const group = std::get_if<Group>(&condition.test);
  const bool several = group != nullptr && group->limbs.size() > 1;
  for (const Change change : {Change::flip, Change::drop, Change::join}) {
    if (change == Change::join && (!several || group->kind == Group::Kind::negation)) continue;
    if (change == Change::drop && goes_without_saying(row, at.test)) continue;
    Mutant mutant = at;
    mutant.change = change;
    out.push_back(std::move(mutant));
  }
}

template <class Test>
void change_figure(Test& test, const Mutant& mutant) {
  if (mutant.change == Change::figure) {
    test.figure = mutant.figure;
  } else {
    test.bound = mutant.bound;
  }
}

}  // namespace

std::vector<Mutant> mutants_of(const Entry& row, const RowPlace& place) {
  std::vector<Mutant> out;
  for (TestPlace& test : tests_of(row)) {
    Mutant at;
    at.row = place;
    at.test = std::move(test);
    add_mutants(row, at, out);
  }
  return out;
}

Entry mutated(const Entry& row, const Mutant& mutant) {
  Entry changed = row;
  if (mutant.change == Change::drop) {
    drop_test(changed, mutant.test);
    return changed;
  }
  Condition& condition = test_at(changed, mutant.test);
  if (mutant.change == Change::flip) {
    Condition flipped{Group{Group::Kind::negation, {condition}}, condition.place};
    condition = std::move(flipped);
  } else if (mutant.change == Change::join) {
    auto& group = std::get<Group>(condition.test);
    group.kind = group.kind == Group::Kind::all ? Group::Kind::any : Group::Kind::all;
  } else if (auto* const persons = std::get_if<PersonsTest>(&condition.test)) {
    change_figure(*persons, mutant);
  } else {
    change_figure(std::get<QuantityTest>(condition.test), mutant);
  }
  return changed;
}

}  // namespace kouan::trial
