#pragma once

/// \file
/// Who is in the data: rows of identifiers joined into persons (people.md: aliases, shared
/// identifiers, anonymous frames), and how many persons have which fields.

#include <cstdint>
#include <functional>
#include <vector>

#include <kouan/date.hpp>

#include "judge/field_meaning.hpp"
#include "judge/judgement.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// Persons who are alike in everything the judge may ask: `lower` of them for certain, `upper` at
/// most. Anonymous profiles (frames without an identifier) have lower 0 and are bounded in count().
struct PersonProfile {
  std::vector<std::pair<GroupId, SetId>> fields;  // sorted; per file group the fields seen there
  bool minor = false;                             // under 14 on the day
  bool moved = false;                             // seen at two precise positions: a trajectory
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

/// Which identifiers join rows: L takes only sources that are sure, U every accepted one.
enum class Acceptance : std::uint8_t { light, heavy };

/// Joins the rows of the state into persons as of a day. Memory: the rows once more.
People find_people(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                   Date day);

/// How many rows each accepted source keyed.
std::vector<PersonKeyUse> key_uses(const ScanState& state, const RuleSet& rules,
                                   const FieldMeanings& meanings);

}  // namespace kouan
