#pragma once

/// \file
/// Who is in the data: rows of identifiers joined into persons (people.md: aliases, shared
/// identifiers, anonymous frames), and how many persons have which fields.

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include <kouan/date.hpp>

#include "judge/field_meaning.hpp"
#include "judge/judgement.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// Persons who are alike in everything the judge may ask: `lower` of them for certain, `upper` at
/// most. An anonymous profile says that somebody has these fields (lower 0): frames without an
/// identifier, at most `upper` persons, or rows of a person who is counted elsewhere (upper 0).
struct PersonProfile {
  /// Per file group the fields seen there; a group may stand several times, for the union of its
  /// sets. In the order of the texts that they stand for, so that every split gives the same.
  std::vector<std::pair<GroupId, SetId>> fields;
  bool minor = false;  // under 14 on the day
  bool moved = false;  // seen at two precise positions: a trajectory
  bool anonymous = false;
  std::uint64_t lower = 0, upper = 0;
};

class People {
 public:
  People() = default;
  explicit People(std::vector<PersonProfile> profiles) : profiles_(std::move(profiles)) {}

  const std::vector<PersonProfile>& profiles() const { return profiles_; }

  /// Persons for whom `holds`: the sum of lower and upper over the profiles; if only anonymous
  /// profiles hold, lower is 1 (there is somebody), and never more than that for them.
  PersonCount count(const std::function<bool(const PersonProfile&)>& holds) const;

 private:
  std::vector<PersonProfile> profiles_;
};

/// Joins the rows of the state into persons as of a day. Identifiers that are merely likely make
/// persons in `upper` only, and join rows in `lower` only; so do accounts seen in several sources
/// (paths or file groups). Memory: the rows once more, and about 100 bytes an identifier. [any
/// thread]
People find_people(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                   Date day);

/// How many rows each accepted source keyed: by concept id, then path.
std::vector<PersonKeyUse> key_uses(const ScanState& state, const RuleSet& rules,
                                   const FieldMeanings& meanings);

}  // namespace kouan
