#include <algorithm>

#include "state/scan_state.hpp"

namespace kouan {

SetDictionary::SetDictionary() {
  intern({});
}

std::size_t SetDictionary::Hash::operator()(const std::vector<BitId>& bits) const {
  std::uint64_t hash = bits.size();
  for (const BitId bit : bits) hash = (hash ^ bit) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

SetId SetDictionary::intern(std::vector<BitId> sorted_bits) {
  const auto [at, fresh] =
      ids_.try_emplace(std::move(sorted_bits), static_cast<SetId>(sets_.size()));
  if (fresh) sets_.push_back(&at->first);  // keys of a node-based map stay where they are
  return at->second;
}

SetId SetDictionary::unite(SetId a, SetId b) {
  if (a == b || b == 0) return a;
  if (a == 0) return b;
  if (a > b) std::swap(a, b);
  const std::uint64_t pair = (std::uint64_t{a} << 32U) | b;
  if (const auto known = unions_.find(pair); known != unions_.end()) return known->second;
  std::vector<BitId> both;
  std::set_union(at(a).begin(), at(a).end(), at(b).begin(), at(b).end(), std::back_inserter(both));
  const SetId id = intern(std::move(both));
  unions_.emplace(pair, id);
  return id;
}

}  // namespace kouan
