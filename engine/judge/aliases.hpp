#pragma once

/// \file
/// Which identifiers belong to one person: rows as stars of a graph, shared identifiers that join
/// nothing, components by union-find (people.md, Aliases). Knows no concept and no value.
///
/// Two partitions come of one graph. `most` joins whatever may be one person and counts only what
/// is surely one: a lower bound. `least` joins only what surely is one and counts everybody who may
/// be another: an upper bound. Results do not depend on the order of rows or on the numbers of
/// nodes.

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include <kouan/limits.hpp>

namespace kouan {

/// Number of an identifier, dense, from 0.
using AliasNode = std::uint32_t;
inline constexpr AliasNode no_alias = std::numeric_limits<AliasNode>::max();

/// A node with more stronger neighbours than this is shared; a contact with more accounts of one
/// kind may be a placeholder.
inline constexpr std::size_t alias_neighbours_max = 8;

/// What is known of an identifier.
struct AliasKind {
  AliasNode main = no_alias;     // accounts: the node that stands for it whatever its source
  std::uint16_t name_space = 0;  // concept; a person has one document (rank 1) of each
  std::uint8_t rank = 0;         // 1 document, 2 contact, 3 account, 4 thing
  bool sure = true;              // surely an identifier of persons
};

/// The identifiers of one row, strongest first; no_alias behind the last.
using AliasRow = std::array<AliasNode, limits::row_nodes_max>;

enum class Joining : std::uint8_t { most, least };

/// Identifiers that tell nobody apart, by main node.
struct SharedAliases {
  std::vector<bool> shared;   // two documents of one kind on it, or too many stronger neighbours
  std::vector<bool> crowded;  // contacts with too many accounts of one kind: perhaps shared
};

/// Time: the rows, once for each rank that a shared node can hide. `kinds` by node.
SharedAliases shared_aliases(std::span<const AliasKind> kinds, std::span<const AliasRow> rows);

/// The persons of one partition. A person is named by one of its nodes.
class Persons {
 public:
  Persons(std::span<const AliasKind> kinds, std::span<const AliasRow> rows,
          const SharedAliases& shared, Joining joining);

  /// Calls person(AliasNode, bool several) for each person that the row speaks of; `several`: the
  /// person is one of those of a component. No call: of somebody who is counted elsewhere, or of
  /// nobody who is surely a person (only with Joining::most).
  template <class Fn>
  void of_row(const AliasRow& row, Fn&& person) const;

  /// Does the node tell the row's person apart in this partition?
  bool joins(AliasNode node) const { return joins_[own(node)]; }

 private:
  /// A component of several persons: its documents of one kind tell them apart.
  struct Split {
    std::uint16_t name_space = 0;
    std::vector<AliasNode> persons;
  };

  AliasNode own(AliasNode node) const {
    return joining_ == Joining::most ? kinds_[node].main : node;
  }
  AliasNode root(AliasNode node) const;
  void join_rows(std::span<const AliasRow> rows);
  void find_splits();
  bool is_person_of(const Split& split, AliasNode node) const {
    return kinds_[node].rank == 1 && kinds_[node].sure &&
           kinds_[node].name_space == split.name_space;
  }

  std::span<const AliasKind> kinds_;
  Joining joining_;
  std::vector<bool> joins_;
  mutable std::vector<AliasNode> parents_;  // paths are halved when they are walked
  std::vector<bool> counts_;  // by root: holds a node that is surely an identifier of a person
  std::vector<bool> splits_;  // by root: stands in split_
  std::unordered_map<AliasNode, Split> split_;
};

template <class Fn>
void Persons::of_row(const AliasRow& row, Fn&& person) const {
  AliasNode first = no_alias;
  for (const AliasNode node : row) {
    if (node == no_alias) break;
    if (joins_[own(node)]) {
      first = own(node);
      break;
    }
  }
  if (first == no_alias) {
    // Nothing in the row joins: its strongest identifier may stand for a person of its own.
    if (joining_ == Joining::least) person(row[0], false);
    return;
  }
  const AliasNode top = root(first);
  if (!counts_[top]) return;
  if (!splits_[top]) return person(top, false);
  const Split& split = split_.at(top);
  bool found = false;
  for (const AliasNode node : row) {
    if (node == no_alias) break;
    if (!is_person_of(split, node)) continue;
    person(own(node), true);
    found = true;
  }
  if (found || joining_ == Joining::most) return;
  for (const AliasNode node : split.persons) person(node, true);
}

}  // namespace kouan
