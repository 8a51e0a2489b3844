#pragma once

/// \file
/// One order for everything in a state that was numbered as it was met: dictionaries by their
/// texts, so that equal states give equal files.

#include <cstdint>
#include <vector>

#include "state/scan_state.hpp"

namespace kouan {

/// A dictionary in its order: which of its entries are written, and the number each one gets.
struct CanonicalIds {
  static constexpr std::uint32_t left_out = ~std::uint32_t{0};

  std::vector<std::uint32_t> order;  // ids of the state, in the order of the file
  std::vector<std::uint32_t> rank;   // by id of the state; left_out: nothing uses the entry
};

/// Tags that nothing uses are left out: which there are depends on the program. So are sets and
/// classes that no row has any more: which there were depends on the order of merging.
struct CanonicalOrder {
  explicit CanonicalOrder(const ScanState& state);

  /// In the numbers of the file, ascending.
  std::vector<std::uint32_t> set_bits(const ScanState& state, SetId set) const;
  /// In the numbers of the file, strongest first.
  std::vector<std::uint32_t> sources(const ScanState& state, ClassId row_class) const;

  CanonicalIds tags;                      // by text
  CanonicalIds paths;                     // by text
  CanonicalIds bits;                      // by path, tag
  CanonicalIds sets;                      // by bits
  CanonicalIds groups;                    // by labels
  CanonicalIds classes;                   // by number of nodes, group, sources, set
  std::vector<std::uint64_t> class_rows;  // rows of each class, by id of the state
};

}  // namespace kouan
