#include "scan/path_facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kouan {
namespace {

// Concepts that the scan itself treats apart; everything else it knows by class and rank.
constexpr std::string_view name_concept = "person_name";
constexpr std::array<std::string_view, 6> contact_concepts = {
    "mobile_phone", "landline_phone", "email", "qq_number", "wechat_id", "social_account"};

/// The innermost key at or above a node: an element of `phones` is named `phones`.
PathNodeId naming_key(const PathTree& tree, PathNodeId node) {
  while (node != PathTree::root && tree.at(node).kind != PathTree::Kind::key) {
    node = tree.at(node).parent;
  }
  return node;
}

/// The names above a key, outermost first: "member.addresses".
std::string chain_above(const PathTree& tree, PathNodeId key) {
  std::vector<std::string_view> names;
  for (PathNodeId at = tree.at(key).parent; at != PathTree::root; at = tree.at(at).parent) {
    if (tree.at(at).kind == PathTree::Kind::key) names.push_back(tree.at(at).name);
  }
  std::string chain;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (!chain.empty()) chain += '.';
    chain += *name;
  }
  return chain;
}

}  // namespace

PathBook::PathBook(const ScanSetup& setup, const PathTree& tree, ScanState& state)
    : setup_(setup), tree_(tree), state_(state) {
  // The tag of a concept is its number, in every state: merging maps tags onto themselves.
  const ConceptTable& concepts = setup_.rules->concepts;
  for (std::size_t id = 0; id < concepts.size(); ++id) {
    state_.tag(concepts.at(static_cast<ConceptId>(id)).id);
  }
  // A rule whose tag is there was looked for: the judge tells "no hit" from "not scanned" by it.
  const ValueRules& rules = *setup_.rules->value_rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules.at(i).field_concept == no_concept) state_.tag(rules.at(i).tag);
  }
}

void PathBook::read_name(PathNodeId node, PathFacts& facts) {
  const PathNodeId key = naming_key(tree_, node);
  why_.clear();
  if (key == PathTree::root) return;
  const std::string parent = chain_above(tree_, key);
  const std::string& name = tree_.at(key).name;
  const auto reading = setup_.rules->lexicon->read({name, parent, {}});
  facts.named = reading.concept_id;
  facts.second = reading.second;
  facts.certainty = reading.certainty;
  facts.role = reading.role;
  facts.object_role = setup_.rules->lexicon->role_of(name);
  why_ = reading.why;
  describe(facts);
}

void PathBook::read_correction(const std::string& text, PathFacts& facts) {
  const auto known = setup_.corrections.find(text);
  if (known == setup_.corrections.end()) return;
  facts.named = known->second;
  facts.certainty = Certainty::likely;
  describe(facts);
}

/// What follows from the concept of the name.
void PathBook::describe(PathFacts& facts) const {
  if (facts.named == no_concept) return;
  const auto& meaning = setup_.rules->concepts.at(facts.named);
  facts.rank = meaning.identifies;
  facts.personal = meaning.data_class == Concept::Class::personal ||
                   meaning.data_class == Concept::Class::sensitive;
  facts.names_person = meaning.id == name_concept && facts.certainty >= Certainty::likely;
  facts.contact_array = std::find(contact_concepts.begin(), contact_concepts.end(), meaning.id) !=
                        contact_concepts.end();
  facts.longitude = meaning.id == "longitude";
  facts.latitude = meaning.id == "latitude";
  facts.position = facts.longitude || facts.latitude || meaning.id == "coordinate_pair";
}

void PathBook::enter(const std::string& text, const std::string& object, PathFacts& facts) {
  read_correction(text, facts);
  facts.path = state_.path(text, object, {facts.named, facts.certainty, facts.second, why_});
  facts.statistics = &state_.paths()[facts.path].statistics;
  if (facts.named != no_concept) facts.name_bit = slot(facts, facts.named).bit;
  facts.value_rules = setup_.rules->value_rules->applicable(text);
  facts.plain_numbers = facts.rank == 0 && !facts.position && facts.value_rules.empty();
}

PathFacts& PathBook::learn(PathNodeId node) {
  if (node >= facts_.size()) facts_.resize(node + 64);
  facts_[node] = std::make_unique<PathFacts>();
  PathFacts& facts = *facts_[node];
  facts.node = node;
  read_name(node, facts);
  enter(tree_.text(node), tree_.text(tree_.at(node).parent), facts);
  return facts;
}

PathFacts& PathBook::of_keys(PathNodeId node) {
  for (auto& [own, facts] : keys_) {
    if (own == node) return facts;
  }
  keys_.emplace_back(node, PathFacts());
  PathFacts& facts = keys_.back().second;
  read_name(node, facts);
  const std::string object = tree_.text(node);
  enter(object + "~key", object, facts);
  return facts;
}

PathFacts::TagSlot& PathBook::add_slot(PathFacts& facts, TagId tag) {
  PathFacts::TagSlot slot;
  slot.tag = tag;
  slot.bit = state_.bit(facts.path, tag);
  facts.slots.push_back(slot);
  return facts.slots.back();
}

}  // namespace kouan
