#include "judge/alias_table.hpp"

#include <algorithm>
#include <bit>

namespace kouan {
namespace {

constexpr std::uint8_t account_rank = 3;

/// Numbers nodes. One identifier has one number, an account one for each of its sources.
class Numbering {
 public:
  Numbering(const ScanState& state, AliasTable& table) : state_(state), table_(table) {
    slots_.resize(std::bit_ceil(std::max<std::size_t>(1'024, state.row_count() / 3 * 4)));
  }

  AliasNode number(const Node& node, const AcceptedSource& from) {
    const AliasNode main = main_of(node, from);
    if (from.rank != account_rank) return main;
    for (AliasNode own = main;; own = next_[own]) {
      if (sources_[own] == from.source) {
        table_.kinds[own].sure = table_.kinds[own].sure || from.sure;
        return own;
      }
      if (next_[own] == no_alias) return next_[own] = append(from, main);
    }
  }

  /// Asks for the memory that number() will touch: a miss costs more than all of its work.
  void prefetch(const Node& node) const {
    __builtin_prefetch(&slots_[NodeHash{}(node) & (slots_.size() - 1)]);
  }

 private:
  struct Slot {
    Node node;
    AliasNode main = no_alias;
  };

  AliasNode main_of(const Node& node, const AcceptedSource& from) {
    Slot& slot = find(node);
    if (slot.main != no_alias) {
      strengthen(table_.kinds[slot.main], from);
      return slot.main;
    }
    const auto main = static_cast<AliasNode>(table_.kinds.size());
    slot = {node, append(from, main)};
    if (!state_.notes().empty()) {
      const auto note = state_.notes().find(node);
      if (note != state_.notes().end()) table_.notes[main] = note->second;
    }
    if (++mains_ * 4 > slots_.size() * 3) grow();
    return main;
  }

  Slot& find(const Node& node) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = NodeHash{}(node)&mask;
    while (slots_[at].main != no_alias && slots_[at].node.words != node.words) at = (at + 1) & mask;
    return slots_[at];
  }

  /// The kind of an identifier is that of its strongest source, in whatever order they come.
  static void strengthen(AliasKind& kind, const AcceptedSource& from) {
    if (from.rank != account_rank) kind.sure = kind.sure || from.sure;
    if (std::pair{from.rank, from.name_space} < std::pair{kind.rank, kind.name_space}) {
      kind.rank = from.rank;
      kind.name_space = from.name_space;
    }
  }

  AliasNode append(const AcceptedSource& from, AliasNode main) {
    const auto own = static_cast<AliasNode>(table_.kinds.size());
    sources_.push_back(from.source);
    next_.push_back(no_alias);
    table_.kinds.push_back({main, from.name_space, from.rank, from.sure});
    if (!state_.notes().empty()) table_.notes.emplace_back();
    return own;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.main != no_alias) find(slot.node) = slot;
    }
  }

  const ScanState& state_;
  AliasTable& table_;
  std::vector<Slot> slots_;  // open addressing, a power of two, at most three quarters full
  std::size_t mains_ = 0;
  std::vector<std::uint32_t> sources_;  // of accounts: path and group
  std::vector<AliasNode> next_;         // of accounts: the same one from another source
};

/// A few rows held back, so that memory asked for is there when they are worked on.
class RowBatch {
 public:
  template <class Add>
  void add(std::span<const Node> nodes, ClassId row_class, Add&& add) {
    Held& held = rows_[count_++];
    held.count = nodes.size();
    held.row_class = row_class;
    std::ranges::copy(nodes, held.nodes.begin());
    if (count_ == rows_.size()) flush(add);
  }
  template <class Add>
  void flush(Add&& add) {
    for (std::size_t i = 0; i < count_; ++i) {
      add(std::span<const Node>(rows_[i].nodes.data(), rows_[i].count), rows_[i].row_class);
    }
    count_ = 0;
  }

 private:
  struct Held {
    std::array<Node, limits::row_nodes_max> nodes;
    std::size_t count = 0;
    ClassId row_class = 0;
  };
  std::array<Held, 32> rows_;
  std::size_t count_ = 0;
};

/// What the notes of the identifiers say that the judge did not accept.
NodeNote rejected_note(const ScanState& state, std::span<const Node> nodes,
                       const std::vector<AcceptedSource>& accepted) {
  NodeNote merged;
  if (accepted.size() == nodes.size() || state.notes().empty()) return merged;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool taken = std::ranges::any_of(
        accepted, [&](const AcceptedSource& from) { return from.position == i; });
    const auto note = state.notes().find(nodes[i]);
    if (!taken && note != state.notes().end()) merged.merge(note->second);
  }
  return merged;
}

}  // namespace

std::vector<std::vector<AcceptedSource>> accepted_sources(const ScanState& state,
                                                          const RuleSet& rules,
                                                          const FieldMeanings& meanings) {
  std::map<std::pair<GroupId, PathId>, std::uint32_t> sources;
  std::vector<std::vector<AcceptedSource>> classes;
  for (const RowClass& row : state.row_classes()) {
    auto& accepted = classes.emplace_back();
    for (std::size_t position = 0; position < row.sources.size(); ++position) {
      const BitId bit = row.sources[position];
      const BitMeaning& meaning = meanings.bits[bit];
      if (!meaning.key) continue;
      const auto source = sources.try_emplace({row.group, state.bits()[bit].path},
                                              static_cast<std::uint32_t>(sources.size()));
      accepted.push_back(
          {static_cast<std::uint8_t>(position), bit, source.first->second, meaning.field_concept,
           rules.concepts.at(meaning.field_concept).identifies, !meaning.likely_key});
    }
    std::ranges::stable_sort(accepted, {}, &AcceptedSource::rank);
  }
  return classes;
}

AliasTable alias_table(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                       std::int32_t day) {
  AliasTable table;
  const auto classes = accepted_sources(state, rules, meanings);
  Numbering numbering(state, table);
  const auto add = [&](std::span<const Node> nodes, ClassId row_class) {
    const auto& accepted = classes[row_class];
    const NodeNote rejected = rejected_note(state, nodes, accepted);
    if (accepted.empty()) {
      ++table.anonymous[{row_class, rejected.turns_14_day > day, rejected.moved()}];
      return;
    }
    AliasRow row;
    row.fill(no_alias);
    for (std::size_t i = 0; i < accepted.size(); ++i) {
      row[i] = numbering.number(nodes[accepted[i].position], accepted[i]);
    }
    if (rejected.turns_14_day != NodeNote::no_day || rejected.point_max != 0) {
      table.rejected_notes.emplace_back(static_cast<std::uint32_t>(table.rows.size()), rejected);
    }
    table.rows.push_back(row);
    table.row_classes.push_back(row_class);
  };
  RowBatch batch;
  state.for_each_row([&](std::span<const Node> nodes, ClassId row_class) {
    for (const Node& node : nodes) numbering.prefetch(node);
    batch.add(nodes, row_class, add);
  });
  batch.flush(add);
  return table;
}

}  // namespace kouan
