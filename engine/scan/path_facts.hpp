#pragma once

/// \file
/// What is known of a path before any value: asked once per path, so that thousands of rules cost
/// nothing per record.

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <kouan/concept.hpp>

#include "json/path_tree.hpp"
#include "scan/scan_setup.hpp"
#include "state/scan_state.hpp"

namespace kouan {

struct PathFacts {
  /// What a tag has at this path, so that a hit finds it without a search in the state.
  struct TagSlot {
    TagId tag = 0;
    BitId bit = 0;
    HitCounts* hits = nullptr;     // in `statistics`, once there is one
    SampleSet* samples = nullptr;  // likewise
  };

  /// Of the keys that stand as '*', which hold no text of their own.
  static constexpr PathNodeId no_node = 0xFFFF'FFFF;

  PathNodeId node = no_node;
  FieldStatistics* statistics = nullptr;  // in the state; stays where it is
  bool personal = false;                  // the named concept is about a person
  bool names_person = false;              // person_name, at least likely
  bool contact_array = false;             // the name of an array of contact points
  bool longitude = false, latitude = false;
  bool position = false;      // one of them, or both in one value
  bool plain_numbers = true;  // no rank, no position, no value rule
  std::uint8_t rank = 0;      // of the named concept as an identifier
  Certainty certainty = Certainty::none;
  RoleId role = no_role;         // of a field with this name: buyer_phone
  RoleId object_role = no_role;  // of an object under this key: buyer
  ConceptId named = no_concept, second = no_concept;
  PathId path = 0;
  BitId name_bit = 0;
  /// Lengths of wholly hidden samples that are there already: of drawn values, of others.
  std::array<std::uint16_t, 2> hidden_lengths{};
  /// Hashes of values that held nothing for anybody: columns of codes, flags and types repeat a
  /// few values, and nothing new is learnt from them. 0: free.
  std::array<std::uint64_t, 64> quiet{};
  /// Classes, lengths and first bytes of values that concern no detector.
  std::array<std::uint32_t, 32> refused{};
  std::vector<std::uint32_t> value_rules;
  std::vector<TagSlot> slots;  // of the tags seen here
};

class PathBook {
 public:
  PathBook(const ScanSetup& setup, const PathTree& tree, ScanState& state);

  PathFacts& at(PathNodeId node) {
    if (node < facts_.size() && facts_[node] != nullptr) [[likely]]
      return *facts_[node];
    return learn(node);
  }
  /// For the keys that stand as '*' at this node: "$.a.*~key".
  PathFacts& of_keys(PathNodeId node);

  PathFacts::TagSlot& slot(PathFacts& facts, TagId tag) {
    for (PathFacts::TagSlot& one : facts.slots) {
      if (one.tag == tag) return one;
    }
    return add_slot(facts, tag);
  }

 private:
  PathFacts& learn(PathNodeId node);
  PathFacts::TagSlot& add_slot(PathFacts& facts, TagId tag);
  void read_name(PathNodeId node, PathFacts& facts);
  void read_correction(const std::string& text, PathFacts& facts);
  void describe(PathFacts& facts) const;
  void enter(const std::string& text, const std::string& object, PathFacts& facts);

  const ScanSetup& setup_;
  const PathTree& tree_;
  ScanState& state_;
  std::vector<std::unique_ptr<PathFacts>> facts_;  // by node; addresses stay
  std::deque<std::pair<PathNodeId, PathFacts>> keys_;
  std::string why_;
};

}  // namespace kouan
