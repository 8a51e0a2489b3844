#pragma once

/// \file
/// Mutants: rules with one small mistake in them, to see whether cases would notice it. Pure.

#include <cstdint>
#include <vector>

#include "trial/row_place.hpp"

namespace kouan::trial {

enum class Change : std::uint8_t {
  figure,  // one more or one less
  bound,   // inclusive for exclusive, or the other way round
  flip,    // the condition holds where it did not
  drop,    // the condition is gone
  join,    // all for any, or the other way round
};

struct Mutant {
  RowPlace row;
  TestPlace test;
  Change change = Change::flip;
  std::uint64_t figure = 0;        // Change::figure: the figure instead
  Bound bound = Bound::inclusive;  // Change::bound: the bound instead
};

/// Each figure by one up and down, each bound the other way round, each condition flipped and
/// dropped, each group of several limbs joined otherwise. Figures that are not known have none;
/// what the judge would ask for anyway is not dropped.
std::vector<Mutant> mutants_of(const Entry& row, const RowPlace& place);

/// The row with the mistake in it.
Entry mutated(const Entry& row, const Mutant& mutant);

}  // namespace kouan::trial
