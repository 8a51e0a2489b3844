#include "tally/row_table.hpp"

#include <algorithm>

namespace kouan {
namespace {

// The nodes are hashes already: mixing a few of their words spreads enough.
std::uint64_t spread(std::span<const Node> nodes, std::uint32_t sources) {
  std::uint64_t hash = sources * 0x9E3779B97F4A7C15ULL;
  for (const Node& node : nodes) {
    hash = (hash ^ node.words[0]) * 0xD6E8FEB86659FD93ULL;
    hash ^= (std::uint64_t{node.words[1]} << 32U) | node.words[2];
  }
  return hash ^ (hash >> 32U);
}

bool same_nodes(std::span<const Node> nodes, const std::uint32_t* words) {
  for (const Node& node : nodes) {
    if (!std::equal(node.words.begin(), node.words.end(), words)) return false;
    words += node.words.size();
  }
  return true;
}

}  // namespace

std::uint32_t* RowTable::row(std::uint32_t position) {
  return chunks_[position / chunk_words].data() + position % chunk_words;
}

void RowTable::add(std::span<const Node> nodes, ClassId row_class, ClassUnion& classes) {
  if ((rows_ + 1) * 4 > slots_.size() * 3) grow(classes);
  const std::uint32_t sources = classes.sources_of(row_class);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = spread(nodes, sources) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    std::uint32_t* const found = row(slots_[slot] - 1);
    if (classes.sources_of(found[0]) != sources) continue;
    if (!same_nodes(nodes, found + 1)) continue;
    if (found[0] != row_class) found[0] = classes.unite(found[0], row_class);
    return;
  }
  const std::size_t words = 1 + 3 * nodes.size();
  if (chunks_.empty() || chunks_.back().size() + words > chunk_words) {
    chunks_.emplace_back().reserve(chunk_words);
  }
  auto& chunk = chunks_.back();
  slots_[slot] = static_cast<std::uint32_t>((chunks_.size() - 1) * chunk_words + chunk.size() + 1);
  chunk.push_back(row_class);
  for (const Node& node : nodes) chunk.insert(chunk.end(), node.words.begin(), node.words.end());
  ++rows_;
}

void RowTable::fetch_slot(std::span<const Node> nodes, ClassId row_class,
                          const ClassUnion& classes) const {
  if (slots_.empty()) return;
  __builtin_prefetch(&slots_[spread(nodes, classes.sources_of(row_class)) & (slots_.size() - 1)]);
}

void RowTable::fetch_row(std::span<const Node> nodes, ClassId row_class,
                         const ClassUnion& classes) const {
  if (slots_.empty()) return;
  const std::uint32_t position =
      slots_[spread(nodes, classes.sources_of(row_class)) & (slots_.size() - 1)];
  if (position == 0) return;
  __builtin_prefetch(chunks_[(position - 1) / chunk_words].data() + (position - 1) % chunk_words);
}

void RowTable::grow(const ClassUnion& classes) {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(64, slots_.size() * 2), 0);
  const std::size_t mask = slots.size() - 1;
  std::uint32_t chunk_start = 0;
  for (const auto& chunk : chunks_) {
    for (std::size_t at = 0; at < chunk.size();) {
      const std::uint32_t count = classes.nodes_of(chunk[at]);
      std::array<Node, limits::row_nodes_max> nodes;
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t* const stored = chunk.data() + at + 1 + std::size_t{3} * i;
        nodes[i].words = {stored[0], stored[1], stored[2]};
      }
      std::size_t slot = spread({nodes.data(), count}, classes.sources_of(chunk[at])) & mask;
      while (slots[slot] != 0) slot = (slot + 1) & mask;
      slots[slot] = chunk_start + static_cast<std::uint32_t>(at) + 1;
      at += 1 + 3 * std::size_t{count};
    }
    chunk_start += chunk_words;
  }
  slots_ = std::move(slots);
}

std::size_t RowTable::bytes() const {
  return chunks_.size() * chunk_words * sizeof(std::uint32_t) +
         slots_.size() * sizeof(std::uint32_t);
}

}  // namespace kouan
