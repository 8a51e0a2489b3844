#pragma once

/// \file
/// What lint asks of single conditions and patterns. [any thread]

#include <cstdint>
#include <optional>
#include <string_view>

#include "ruleset/condition.hpp"

namespace kouan {

/// The numbers of persons that a condition speaks of: from `first` on, below `beyond`.
struct CountRange {
  Metric metric = Metric::exported;
  Population population = Population::any;
  Window window = Window::calendar_year;
  std::uint64_t first = 0;
  std::optional<std::uint64_t> beyond;  // nullopt: no end

  bool counts_as(const CountRange& other) const {
    return metric == other.metric && population == other.population && window == other.window;
  }
  bool overlaps(const CountRange& other) const;
  /// Is every count of the other one of these?
  bool holds(const CountRange& other) const;
  bool operator==(const CountRange&) const = default;
};

/// Of one test of persons, or of several that must all hold and count the same persons. nullopt:
/// anything else, an unknown figure, or a bound that nobody has stated.
std::optional<CountRange> count_range(const Condition& condition);

/// Do both say the same, limb by limb? Places do not matter.
bool same_condition(const Condition& a, const Condition& b);

/// Why no text can match the pattern, whatever stands before; empty: nothing known against it.
/// `paths`: it is searched in paths, which all start with '$'.
std::string_view never_matches(std::string_view pattern, bool paths);

}  // namespace kouan
