#pragma once

/// \file
/// Collections of field sets, each stored once: what the rows of one person hold, by file group.

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "state/scan_state.hpp"

namespace kouan {

/// Of one file group, sets that are part of another are left out: the same rows give the same
/// collection in any order.
class SeenFields {
 public:
  using Sets = std::vector<std::pair<GroupId, SetId>>;  // sorted
  using Id = std::uint32_t;
  static constexpr Id nothing = 0;

  explicit SeenFields(const ScanState& state) : state_(&state) { intern({}); }

  /// The collection of one set.
  Id single(GroupId group, SetId set) { return intern({{group, set}}); }
  /// The collection of both.
  Id unite(Id a, Id b);
  const Sets& at(Id id) const { return *by_id_[id]; }
  std::size_t size() const { return by_id_.size(); }

 private:
  Id intern(Sets sets);
  bool within(SetId part, SetId whole) const;

  const ScanState* state_;
  std::map<Sets, Id> ids_;
  std::vector<const Sets*> by_id_;
  std::unordered_map<std::uint64_t, Id> unions_;  // (a, b) -> a | b
};

}  // namespace kouan
