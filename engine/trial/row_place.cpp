#include "trial/row_place.hpp"

#include <utility>

namespace kouan::trial {
namespace {

void add_rows(const std::vector<Entry>& rows, const std::string& list, std::size_t period,
              std::vector<RowPlace>& out) {
  for (std::size_t row = 0; row < rows.size(); ++row) out.push_back({list, period, row});
}

void add_tests(const Condition& condition, const TestPlace& place, std::vector<TestPlace>& out) {
  out.push_back(place);
  const auto* const group = std::get_if<Group>(&condition.test);
  if (group == nullptr) return;
  for (std::size_t limb = 0; limb < group->limbs.size(); ++limb) {
    TestPlace below = place;
    below.path.push_back(limb);
    add_tests(group->limbs[limb], below, out);
  }
}

}  // namespace

std::vector<RowPlace> rows_of(const RuleSet& rules, const std::string& list) {
  std::vector<RowPlace> out;
  if (!list.empty()) {
    add_rows(rules.find_list(list)->entries, list, RowPlace::no_period, out);
    return out;
  }
  add_rows(rules.national.special_regimes, {}, RowPlace::no_period, out);
  for (std::size_t period = 0; period < rules.national.periods.size(); ++period) {
    add_rows(rules.national.periods[period].rows, {}, period, out);
  }
  return out;
}

const Entry& row_at(const RuleSet& rules, const RowPlace& place) {
  if (!place.list.empty()) return rules.lists.at(place.list).entries[place.row];
  if (place.period == RowPlace::no_period) return rules.national.special_regimes[place.row];
  return rules.national.periods[place.period].rows[place.row];
}

Entry& row_at(RuleSet& rules, const RowPlace& place) {
  return const_cast<Entry&>(row_at(std::as_const(rules), place));
}

std::vector<TestPlace> tests_of(const Entry& row) {
  std::vector<TestPlace> out;
  if (row.when) add_tests(*row.when, {}, out);
  for (std::size_t i = 0; i < row.unless.size(); ++i) add_tests(row.unless[i], {i, {}}, out);
  return out;
}

const Condition& test_at(const Entry& row, const TestPlace& place) {
  const Condition* at =
      place.unless == TestPlace::no_exception ? &*row.when : &row.unless[place.unless];
  for (const std::size_t limb : place.path) at = &std::get<Group>(at->test).limbs[limb];
  return *at;
}

Condition& test_at(Entry& row, const TestPlace& place) {
  return const_cast<Condition&>(test_at(std::as_const(row), place));
}

void drop_test(Entry& row, const TestPlace& place) {
  const auto at = [](auto& items, std::size_t index) {
    return items.begin() + static_cast<std::ptrdiff_t>(index);
  };
  if (!place.path.empty()) {
    TestPlace above = place;
    above.path.pop_back();
    auto& limbs = std::get<Group>(test_at(row, above).test).limbs;
    limbs.erase(at(limbs, place.path.back()));
  } else if (place.unless == TestPlace::no_exception) {
    row.when.reset();
  } else {
    row.unless.erase(at(row.unless, place.unless));
  }
}

}  // namespace kouan::trial
