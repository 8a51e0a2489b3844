#pragma once

/// \file
/// How many persons of which population stand in which files: every bit of the state is classed
/// once for L (lightest) and once for U (heaviest), and the persons are counted over both.
///
/// Sources: PIPL art. 28 and GB/T 45574-2025 through rules/policy/classes.yaml; people.md for what
/// is derived (minors, precise positions, health figures beside treatment).

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <kouan/date.hpp>

#include "judge/field_meaning.hpp"
#include "judge/people.hpp"
#include "ruleset/condition.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// A choice of file groups: rows of `sure` groups are in it, rows of `may` groups perhaps (a glob
/// that the scan did not know). By GroupId; `may` holds wherever `sure` does.
struct Slice {
  std::vector<bool> sure, may;
  bool lost = true;  // may records that were not read belong here?

  static Slice everything(std::size_t groups);
  bool whole() const;  // every group is surely in it
  friend bool operator==(const Slice&, const Slice&) = default;
};

/// What a bit, a set of bits or a person has. `body` waits for `care` beside it.
namespace trait {
inline constexpr std::uint16_t non_sensitive = 1, sensitive = 2, special = 4;
inline constexpr std::uint16_t body = 8;    // vital sign, blood type: sensitive beside care
inline constexpr std::uint16_t care = 16;   // diagnosis, prescription, record or subject number
inline constexpr std::uint16_t place = 32;  // a position
inline constexpr std::uint16_t personal = non_sensitive | sensitive | body;
}  // namespace trait

/// Traits in L and in U.
struct TraitPair {
  std::uint16_t light = 0, heavy = 0;
};

/// Persons by population, as far as one slice shows.
struct Counts {
  PersonCount any, non_sensitive, non_sensitive_only, sensitive, special, minors;

  /// `only`: reading b, where "non-sensitive" means persons without any sensitive field.
  const PersonCount& of(Population population, bool only) const;
};

/// Records that were not read, as far as they are not accepted.
struct Loss {
  std::uint64_t records = 0;
  bool unknown_size = false;  // nobody can say how much: U is the heaviest outcome
};

struct EvidenceOptions {
  Date day{};
  Loss loss;
  std::set<std::string> without;  // these paths, and what is below them, count as not exported
};

/// Everything the judge reads from the data, on one day, under one reading of the columns. The
/// referenced objects must outlive it. Counts are cached: not for several threads.
class Evidence {
 public:
  Evidence(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
           const People& people, const EvidenceOptions& options);

  const ScanState& state() const { return *state_; }
  const RuleSet& rules() const { return *rules_; }
  const FieldMeanings& meanings() const { return *meanings_; }
  const Loss& loss() const { return options_.loss; }
  /// Does the path count as not exported?
  bool without(const std::string& path) const;
  const TraitPair& traits(BitId bit) const { return bits_[bit]; }

  const Counts& counts(const Slice& slice) const;
  /// Only persons with one of these bits (by BitId).
  Counts counts_with(const Slice& slice, const std::vector<bool>& bits) const;
  /// Persons per bit over all files, without what was lost.
  std::vector<PersonCount> persons_by_bit() const;
  /// Bits that stand in a row of the slice: surely, and possibly.
  std::pair<std::vector<bool>, std::vector<bool>> bits_in(const Slice& slice) const;
  /// Is there a person for whom `holds` is true of its bits? Yes only for bits that are sure.
  Tri someone(const Slice& slice,
              const std::function<bool(const std::vector<BitId>&, bool light)>& holds) const;

 private:
  TraitPair traits_of(const BitMeaning& meaning, const FieldBit& bit) const;
  TraitPair class_of(ConceptId field_concept) const;
  std::uint16_t traits_of(const PersonProfile& person, const std::vector<bool>& groups,
                          bool light) const;
  Counts tally(const Slice& slice, const std::vector<bool>* bits) const;
  bool has_any(const PersonProfile& person, const std::vector<bool>& groups,
               const std::vector<bool>& bits) const;
  void add_lost(Counts& counts) const;

  const ScanState* state_;
  const RuleSet* rules_;
  const FieldMeanings* meanings_;
  const People* people_;
  EvidenceOptions options_;
  std::uint64_t persons_per_record_ = 1;  // most that a read record holds, on average, rounded up
  std::vector<TraitPair> bits_;           // by BitId
  std::vector<TraitPair> sets_;           // by SetId
  mutable std::map<std::pair<std::vector<bool>, std::vector<bool>>, Counts> cache_;
};

/// a + b, or the largest number.
std::uint64_t add_clamped(std::uint64_t a, std::uint64_t b);

}  // namespace kouan
