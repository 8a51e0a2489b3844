#include "judge/seen_fields.hpp"

#include <algorithm>
#include <iterator>

namespace kouan {

SeenFields::Id SeenFields::intern(Sets sets) {
  const auto [at, fresh] = ids_.try_emplace(std::move(sets), static_cast<Id>(by_id_.size()));
  if (fresh) by_id_.push_back(&at->first);  // keys of a node-based map stay where they are
  return at->second;
}

bool SeenFields::within(SetId part, SetId whole) const {
  return std::ranges::includes(state_->sets().at(whole), state_->sets().at(part));
}

SeenFields::Id SeenFields::unite(Id a, Id b) {
  if (a == b || b == nothing) return a;
  if (a == nothing) return b;
  if (a > b) std::swap(a, b);
  const std::uint64_t pair = (std::uint64_t{a} << 32U) | b;
  if (const auto known = unions_.find(pair); known != unions_.end()) return known->second;
  Sets both;
  std::ranges::set_union(at(a), at(b), std::back_inserter(both));
  Sets largest;
  for (const auto& one : both) {
    const bool covered = std::ranges::any_of(both, [&](const auto& other) {
      return other != one && other.first == one.first && within(one.second, other.second);
    });
    if (!covered) largest.push_back(one);
  }
  const Id id = intern(std::move(largest));
  unions_.emplace(pair, id);
  return id;
}

}  // namespace kouan
