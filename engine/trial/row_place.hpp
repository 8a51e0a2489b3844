#pragma once

/// \file
/// Where a row, and a test within it, stands in a RuleSet: so that one can be put in place of
/// another. Nothing here fails; places of other rules are mistakes of the program. [any thread]

#include <cstddef>
#include <string>
#include <vector>

#include "ruleset/rule_set.hpp"

namespace kouan::trial {

struct RowPlace {
  std::string list;                // empty: the national table
  std::size_t period = no_period;  // of the national table; no_period: a special regime
  std::size_t row = 0;
  static constexpr std::size_t no_period = ~std::size_t{0};
};

/// The rows of a list, or of the whole national table (`list` is empty), in the order of the file.
/// A list that takes rows over has them too.
std::vector<RowPlace> rows_of(const RuleSet& rules, const std::string& list);

const Entry& row_at(const RuleSet& rules, const RowPlace& place);
Entry& row_at(RuleSet& rules, const RowPlace& place);

/// A condition within a row.
struct TestPlace {
  std::size_t unless = no_exception;  // no_exception: below `when`
  std::vector<std::size_t> path;      // limbs, from the root; empty: the root itself
  static constexpr std::size_t no_exception = ~std::size_t{0};
};

/// Every condition of the row, groups before their limbs.
std::vector<TestPlace> tests_of(const Entry& row);

const Condition& test_at(const Entry& row, const TestPlace& place);
Condition& test_at(Entry& row, const TestPlace& place);

/// Takes the condition out of the row; a group of one limb, and a row of one condition, then has
/// none.
void drop_test(Entry& row, const TestPlace& place);

}  // namespace kouan::trial
