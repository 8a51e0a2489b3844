#include "state/canonical_order.hpp"

#include <algorithm>
#include <tuple>

namespace kouan {
namespace {

/// Orders the ids that are wanted by their keys, which must differ.
template <class Wanted, class Key>
CanonicalIds order_by(std::size_t size, Wanted&& wanted, Key&& key) {
  using KeyType = std::decay_t<decltype(key(std::uint32_t{0}))>;
  std::vector<std::pair<KeyType, std::uint32_t>> keyed;
  for (std::uint32_t id = 0; id < size; ++id) {
    if (wanted(id)) keyed.emplace_back(key(id), id);
  }
  std::sort(keyed.begin(), keyed.end());
  CanonicalIds ids;
  ids.rank.assign(size, CanonicalIds::left_out);
  ids.order.reserve(keyed.size());
  for (const auto& [ignored, id] : keyed) {
    ids.rank[id] = static_cast<std::uint32_t>(ids.order.size());
    ids.order.push_back(id);
  }
  return ids;
}

constexpr auto all = [](std::uint32_t) { return true; };

std::vector<bool> used_tags(const ScanState& state) {
  std::vector<bool> used(state.tags().size(), false);
  for (const FieldBit& bit : state.bits()) used[bit.tag] = true;
  for (const PathEntry& path : state.paths()) {
    for (const auto& [tag, counts] : path.statistics.hits) used[tag] = true;
    for (const auto& [tag, samples] : path.statistics.samples) used[tag] = true;
  }
  return used;
}

std::vector<std::uint64_t> count_rows(const ScanState& state) {
  std::vector<std::uint64_t> rows(state.row_classes().size(), 0);
  state.for_each_row([&](std::span<const Node>, ClassId id) { ++rows[id]; });
  return rows;
}

std::vector<bool> used_sets(const ScanState& state, const std::vector<std::uint64_t>& class_rows) {
  std::vector<bool> used(state.sets().size(), false);
  for (ClassId id = 0; id < class_rows.size(); ++id) {
    if (class_rows[id] != 0) used[state.row_classes()[id].fields] = true;
  }
  for (const auto& [key, persons] : state.anonymous()) used[key.second] = true;
  return used;
}

}  // namespace

CanonicalOrder::CanonicalOrder(const ScanState& state) : class_rows(count_rows(state)) {
  const std::vector<bool> tags_used = used_tags(state);
  tags = order_by(
      state.tags().size(), [&](std::uint32_t id) { return tags_used[id]; },
      [&](std::uint32_t id) { return std::string_view(state.tags()[id]); });
  paths = order_by(state.paths().size(), all,
                   [&](std::uint32_t id) { return std::string_view(state.paths()[id].text); });
  bits = order_by(state.bits().size(), all, [&](std::uint32_t id) {
    const FieldBit& bit = state.bits()[id];
    return std::pair(paths.rank[bit.path], tags.rank[bit.tag]);
  });
  const std::vector<bool> sets_used = used_sets(state, class_rows);
  sets = order_by(
      state.sets().size(), [&](std::uint32_t id) { return sets_used[id]; },
      [&](std::uint32_t id) { return set_bits(state, id); });
  groups =
      order_by(state.groups().size(), all, [&](std::uint32_t id) { return state.groups()[id]; });
  classes = order_by(
      state.row_classes().size(), [&](std::uint32_t id) { return class_rows[id] != 0; },
      [&](std::uint32_t id) {
        const RowClass& one = state.row_classes()[id];
        return std::tuple(one.sources.size(), groups.rank[one.group], sources(state, id),
                          sets.rank[one.fields]);
      });
}

std::vector<std::uint32_t> CanonicalOrder::set_bits(const ScanState& state, SetId set) const {
  std::vector<std::uint32_t> ranks;
  for (const BitId bit : state.sets().at(set)) ranks.push_back(bits.rank[bit]);
  std::sort(ranks.begin(), ranks.end());
  return ranks;
}

std::vector<std::uint32_t> CanonicalOrder::sources(const ScanState& state,
                                                   ClassId row_class) const {
  std::vector<std::uint32_t> ranks;
  for (const BitId bit : state.row_classes()[row_class].sources) ranks.push_back(bits.rank[bit]);
  return ranks;
}

}  // namespace kouan
