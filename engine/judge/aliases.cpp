#include "judge/aliases.hpp"

#include <algorithm>

namespace kouan {
namespace {

/// The distinct neighbours of every node. Most nodes have one, which costs eight bytes; the others
/// stand in chains.
class Neighbours {
 public:
  explicit Neighbours(std::size_t nodes) : heads_(nodes) {}

  /// Is the neighbour a new one?
  bool add(AliasNode node, AliasNode neighbour) {
    Link& head = heads_[node];
    if (head.neighbour == neighbour) return false;
    if (head.neighbour == no_alias) {
      head.neighbour = neighbour;
      return true;
    }
    for (std::uint32_t at = head.next; at != no_alias; at = more_[at].next) {
      if (more_[at].neighbour == neighbour) return false;
    }
    more_.push_back({neighbour, head.next});
    head.next = static_cast<std::uint32_t>(more_.size() - 1);
    return true;
  }

  /// How many neighbours have this property?
  template <class Holds>
  std::size_t count(AliasNode node, Holds&& holds) const {
    if (heads_[node].neighbour == no_alias) return 0;
    std::size_t count = holds(heads_[node].neighbour) ? 1 : 0;
    for (std::uint32_t at = heads_[node].next; at != no_alias; at = more_[at].next) {
      count += holds(more_[at].neighbour) ? 1 : 0;
    }
    return count;
  }

 private:
  struct Link {
    AliasNode neighbour = no_alias;
    std::uint32_t next = no_alias;  // index into more_
  };
  std::vector<Link> heads_;
  std::vector<Link> more_;
};

class SharedSearch {
 public:
  SharedSearch(std::span<const AliasKind> kinds, std::span<const AliasRow> rows)
      : kinds_(kinds), rows_(rows), stronger_(kinds.size()), accounts_(kinds.size()) {
    found_.shared.assign(kinds.size(), false);
    found_.crowded.assign(kinds.size(), false);
  }

  /// A shared centre joins nothing, so that the next node of its row becomes the centre, and may
  /// make another node a shared one: until nothing changes. Every centre on the way adds its star,
  /// which makes the result the least fixed point, whatever the order of the rows.
  SharedAliases run() {
    std::vector<std::uint32_t> open;  // rows in which a centre may still give way to another
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      add_star(rows_[row], 0);
      if (rows_[row][2] != no_alias) open.push_back(static_cast<std::uint32_t>(row));
    }
    std::vector<std::uint8_t> centres(open.size(), 0);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < open.size(); ++i) {
        const AliasRow& row = rows_[open[i]];
        while (gives_way(row, centres[i])) {
          add_star(row, ++centres[i]);
          changed = true;
        }
      }
    }
    return std::move(found_);
  }

 private:
  bool gives_way(const AliasRow& row, std::uint8_t centre) const {
    return centre < row.size() && row[centre] != no_alias &&
           found_.shared[kinds_[row[centre]].main];
  }

  void add_star(const AliasRow& row, std::uint8_t at) {
    if (at >= row.size() || row[at] == no_alias) return;
    const AliasNode centre = kinds_[row[at]].main;
    for (std::size_t i = std::size_t{at} + 1; i < row.size() && row[i] != no_alias; ++i) {
      const AliasNode leaf = kinds_[row[i]].main;
      if (leaf != centre) add_edge(centre, leaf);
    }
  }

  void add_edge(AliasNode centre, AliasNode leaf) {
    if (kinds_[leaf].rank > 1 && !found_.shared[leaf] && stronger_.add(leaf, centre)) {
      found_.shared[leaf] = is_shared(leaf, centre);
    }
    if (kinds_[centre].rank == 2 && kinds_[leaf].rank == 3 && !found_.crowded[centre] &&
        accounts_.add(centre, leaf)) {
      found_.crowded[centre] = same_kind(accounts_, centre, leaf) > alias_neighbours_max;
    }
  }

  bool is_shared(AliasNode leaf, AliasNode newest) const {
    if (kinds_[newest].rank == 1 && same_kind(stronger_, leaf, newest) > 1) return true;
    return stronger_.count(leaf, [](AliasNode) { return true; }) > alias_neighbours_max;
  }

  std::size_t same_kind(const Neighbours& neighbours, AliasNode node, AliasNode like) const {
    return neighbours.count(
        node, [&](AliasNode other) { return kinds_[other].name_space == kinds_[like].name_space; });
  }

  std::span<const AliasKind> kinds_;
  std::span<const AliasRow> rows_;
  Neighbours stronger_;
  Neighbours accounts_;
  SharedAliases found_;
};

}  // namespace

SharedAliases shared_aliases(std::span<const AliasKind> kinds, std::span<const AliasRow> rows) {
  return SharedSearch(kinds, rows).run();
}

Persons::Persons(std::span<const AliasKind> kinds, std::span<const AliasRow> rows,
                 const SharedAliases& shared, Joining joining)
    : kinds_(kinds),
      joining_(joining),
      joins_(kinds.size()),
      parents_(kinds.size()),
      counts_(kinds.size(), false),
      splits_(kinds.size(), false) {
  for (AliasNode node = 0; node < kinds.size(); ++node) {
    const AliasNode main = kinds[node].main;
    parents_[node] = node;
    joins_[node] = joining == Joining::most
                       ? node == main && !shared.shared[main]
                       : kinds[node].sure && !shared.shared[main] && !shared.crowded[main];
  }
  join_rows(rows);
  find_splits();
}

AliasNode Persons::root(AliasNode node) const {
  while (parents_[node] != node) {
    parents_[node] = parents_[parents_[node]];
    node = parents_[node];
  }
  return node;
}

void Persons::join_rows(std::span<const AliasRow> rows) {
  for (const AliasRow& row : rows) {
    AliasNode centre = no_alias;
    for (const AliasNode node : row) {
      if (node == no_alias) break;
      if (!joins_[own(node)]) continue;
      const AliasNode top = root(own(node));
      if (centre != no_alias && top != centre) {
        parents_[std::max(top, centre)] = std::min(top, centre);
        centre = std::min(top, centre);
      } else {
        centre = top;
      }
    }
  }
}

void Persons::find_splits() {
  std::vector<AliasNode> first(kinds_.size(), no_alias);            // by root: its first document
  std::unordered_map<AliasNode, std::vector<AliasNode>> documents;  // where there are several
  for (AliasNode node = 0; node < kinds_.size(); ++node) {
    // An account may be sure in one source only: its main node counts with any of them.
    if (!joins_[own(node)] || !kinds_[node].sure) continue;
    const AliasNode top = root(own(node));
    counts_[top] = true;
    if (kinds_[node].rank != 1) continue;
    if (first[top] == no_alias) {
      first[top] = node;
    } else {
      auto& all = documents[top];
      if (all.empty()) all.push_back(first[top]);
      all.push_back(node);
    }
  }
  for (const auto& [top, all] : documents) {
    std::unordered_map<std::uint16_t, std::vector<AliasNode>> kinds;
    for (const AliasNode node : all) kinds[kinds_[node].name_space].push_back(node);
    Split largest;
    for (auto& [name_space, nodes] : kinds) {
      // Of equally many documents the concept that the rules name first tells persons apart.
      const bool more = nodes.size() > largest.persons.size() ||
                        (nodes.size() == largest.persons.size() && name_space < largest.name_space);
      if (more) largest = {name_space, std::move(nodes)};
    }
    if (largest.persons.size() < 2) continue;
    splits_[top] = true;
    split_.emplace(top, std::move(largest));
  }
}

}  // namespace kouan
