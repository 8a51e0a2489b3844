#pragma once

/// \file
/// What a scan leaves behind: everything the judge may know, and no raw value.
///
/// A ScanState is a value with merge(): associative, commutative. Dictionaries (tags, paths, bits,
/// sets, groups) are per state; merge() unites them by their texts. Figures never depend on the
/// order in which records were seen.

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/date.hpp>
#include <kouan/error.hpp>

#include "state/coverage.hpp"
#include "tally/field_statistics.hpp"
#include "tally/row_table.hpp"

namespace kouan {

using PathId = std::uint32_t;
using BitId = std::uint32_t;
using SetId = std::uint32_t;
using GroupId = std::uint16_t;

/// What a path's name alone says (match/name_lexicon.hpp), frozen into the state by the scan.
struct NameEvidence {
  ConceptId field_concept = no_concept;
  Certainty certainty = Certainty::none;
  ConceptId second = no_concept;  // the runner-up
  std::string why;
};

struct PathEntry {
  std::string text;    // "$.orders[*].receiver.phone"; keys that are data stand as '*'
  std::string object;  // text of the object that holds it: "$.orders[*].receiver"
  NameEvidence name;
  FieldStatistics statistics;
};

/// A bit of a field set: at this path a value of this meaning stood.
struct FieldBit {
  PathId path = 0;
  TagId tag = 0;
  friend auto operator<=>(const FieldBit&,
                          const FieldBit&) = default;  // NOLINT(modernize-use-nullptr)
};

/// Field sets, sorted vectors of bits, each stored once.
class SetDictionary {
 public:
  SetDictionary();  // set 0 is the empty set
  SetId intern(std::vector<BitId> sorted_bits);
  SetId unite(SetId a, SetId b);
  const std::vector<BitId>& at(SetId id) const { return *sets_[id]; }
  std::size_t size() const { return sets_.size(); }
  bool contains(const std::vector<BitId>& sorted_bits) const { return ids_.contains(sorted_bits); }

 private:
  struct Hash {
    std::size_t operator()(const std::vector<BitId>& bits) const;
  };
  std::unordered_map<std::vector<BitId>, SetId, Hash> ids_;
  std::vector<const std::vector<BitId>*> sets_;
  std::unordered_map<std::uint64_t, SetId> unions_;  // (a, b) -> a | b
};

/// What the rows of a class have in common.
struct RowClass {
  GroupId group = 0;
  std::vector<BitId> sources;  // per node, strongest first: path and concept it came from
  SetId fields = 0;
};

/// A second look at one node: when its person turns 14, and whether it was seen at two places.
struct NodeNote {
  std::int32_t turns_14_day =
      no_day;  // days since 1970-01-01, the latest stated; no_day: not stated
  std::uint64_t point_min = ~std::uint64_t{0}, point_max = 0;  // hashes of precise positions
  static constexpr std::int32_t no_day = INT32_MIN;

  bool moved() const { return point_min < point_max; }
  void merge(const NodeNote& other);
};

struct NodeHash {
  std::size_t operator()(const Node& node) const {
    return (std::size_t{node.words[1]} << 32U) | node.words[0];
  }
};

// NOLINTNEXTLINE(cppcoreguidelines-virtual-class-destructor): nobody destroys it by its base
class ScanState final : private RowTable::ClassUnion {
 public:
  ScanState() = default;
  ScanState(ScanState&&) = default;
  ScanState& operator=(ScanState&&) = default;

  // Dictionaries. Ids are dense, from 0; they differ between states.
  TagId tag(const std::string& text);  // "mobile_phone" or "rule:..."
  PathId path(const std::string& text, const std::string& object, const NameEvidence& name);
  /// Once limits::field_bits_max is reached: the bit of the tag at coarse_path.
  BitId bit(PathId path, TagId tag);
  GroupId group(const std::vector<std::string>& labels);  // sorted globs that a file matched
  ClassId row_class(GroupId group, const std::vector<BitId>& sources, SetId fields);

  const std::vector<std::string>& tags() const { return tags_; }
  /// Entries stay where they are while others are added.
  const std::deque<PathEntry>& paths() const { return paths_; }
  std::deque<PathEntry>& paths() { return paths_; }
  const std::vector<FieldBit>& bits() const { return bits_; }
  const std::vector<std::vector<std::string>>& groups() const { return groups_; }
  const std::vector<RowClass>& row_classes() const { return classes_; }
  /// The set of these bits, in any order; coarsened once limits::field_sets_max is reached.
  SetId field_set(std::vector<BitId> bits);
  /// A set that was bounded already, as a state file holds it: sorted bits, never coarsened again.
  SetId restore_set(std::vector<BitId> sorted_bits) { return sets_.intern(std::move(sorted_bits)); }
  const SetDictionary& sets() const { return sets_; }

  // What was seen.
  void add_row(std::span<const Node> nodes, ClassId row_class) {
    rows_.add(nodes, row_class, *this);
  }
  // Ask for the memory that add_row() will touch: first the slot, some time later the row.
  void fetch_slot(std::span<const Node> nodes, ClassId row_class) const {
    rows_.fetch_slot(nodes, row_class, *this);
  }
  void fetch_row(std::span<const Node> nodes, ClassId row_class) const {
    rows_.fetch_row(nodes, row_class, *this);
  }
  void add_anonymous(GroupId group, SetId fields, std::uint64_t persons = 1);
  NodeNote& note(const Node& node) { return notes_[node]; }

  std::size_t row_count() const { return rows_.size(); }
  std::size_t row_bytes() const { return rows_.bytes(); }
  template <class Fn>
  void for_each_row(Fn&& fn) const {
    rows_.for_each(*this, std::forward<Fn>(fn));
  }
  const std::map<std::pair<GroupId, SetId>, std::uint64_t>& anonymous() const { return anonymous_; }
  const std::unordered_map<Node, NodeNote, NodeHash>& notes() const { return notes_; }

  Coverage& coverage() { return coverage_; }
  const Coverage& coverage() const { return coverage_; }

  // Header: what does not belong together is not merged.
  std::string engine;              // version of the program that scanned
  std::string scan_digest;         // lexicon + detectors + value rules + plugins + limits
  std::string key_fingerprint;     // of the person key
  std::vector<std::string> globs;  // sorted: the patterns of a profile that files were held against

  /// Error: invalid_usage, when a member of the header differs.
  Result<void> merge(const ScanState& other);

  /// Tag of an anonymous person who turns 14 on a day: this, and days since 1970-01-01.
  static inline const std::string minor_tag = "turns_14:";
  /// Stands for every path, where there are too many to keep apart.
  static constexpr const char* coarse_path = "$.**";

 private:
  BitId coarse_bit(TagId tag);
  SetId bounded_set(std::vector<BitId> sorted);
  PathId merge_path(const PathEntry& entry, const std::vector<TagId>& tag_map);
  ClassId unite(ClassId a, ClassId b) override;
  std::uint32_t sources_of(ClassId id) const override { return source_ids_[id]; }
  std::uint32_t nodes_of(ClassId id) const override {
    return static_cast<std::uint32_t>(classes_[id].sources.size());
  }

  std::vector<std::string> tags_;
  std::unordered_map<std::string, TagId> tag_ids_;
  std::deque<PathEntry> paths_;
  std::unordered_map<std::string, PathId> path_ids_;
  std::vector<FieldBit> bits_;
  std::unordered_map<std::uint64_t, BitId> bit_ids_;
  std::vector<std::vector<std::string>> groups_;
  SetDictionary sets_;
  std::vector<RowClass> classes_;
  std::vector<std::uint32_t> source_ids_;  // per class: id of (group, sources)
  std::map<std::pair<GroupId, std::vector<BitId>>, std::uint32_t> sources_;
  std::unordered_map<std::uint64_t, ClassId> class_ids_;  // (source id, set) -> class
  RowTable rows_;
  std::map<std::pair<GroupId, SetId>, std::uint64_t> anonymous_;
  std::unordered_map<Node, NodeNote, NodeHash> notes_;
  Coverage coverage_;
};

}  // namespace kouan
