#pragma once

/// \file
/// States built by hand: columns, rows and frames by name, so that a test reads like its data.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "judge/field_meaning.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan::test {

inline RuleSet made_rules() {
  using enum match::Concept::Class;
  const auto item = [](const char* id, match::Concept::Class data_class, std::uint8_t identifies) {
    match::Concept made;
    made.id = id;
    made.data_class = data_class;
    made.identifies = identifies;
    return made;
  };
  RuleSet rules;
  rules.concepts = match::ConceptTable::build({
                                                  item("person_name", personal, 0),
                                                  item("resident_id_number", personal, 1),
                                                  item("id_document_number", personal, 1),
                                                  item("passport_number", personal, 1),
                                                  item("driving_licence_number", personal, 1),
                                                  item("mobile_phone", personal, 2),
                                                  item("email", personal, 2),
                                                  item("user_id", personal, 3),
                                                  item("member_number", personal, 3),
                                                  item("bank_card_number", sensitive, 3),
                                                  item("device_id", personal, 4),
                                                  item("gender", personal, 0),
                                                  item("postal_address", personal, 0),
                                                  item("password", sensitive, 0),
                                                  item("diagnosis", sensitive, 0),
                                                  item("order_number", business, 0),
                                                  item("free_text", business, 0),
                                                  item("source_code", important_candidate, 0),
                                              })
                       .value();
  return rules;
}

/// An identifier of a row: what it is, where it stands, and a made-up value.
struct MadeKey {
  std::string item, path, value;
};
/// A personal field of a row.
struct MadeField {
  std::string item, path;
};

class MadeState {
 public:
  ScanState state;
  RuleSet rules = made_rules();

  ConceptId item(std::string_view id) const { return rules.concepts.find(id); }

  PathId path(const std::string& text) { return state.path(text, "$", {}); }

  /// A column whose name says something; the statistics are the caller's to fill.
  FieldStatistics& column(const std::string& text, std::string_view says = {},
                          Certainty certainty = Certainty::none) {
    NameEvidence name;
    if (!says.empty()) {
      name.field_concept = item(says);
      name.certainty = certainty;
    }
    const PathId id = state.path(text, "$", name);
    if (!says.empty()) bit(text, says);
    return state.paths()[id].statistics;
  }

  BitId bit(const std::string& text, std::string_view tag) {
    return state.bit(path(text), state.tag(std::string(tag)));
  }

  HitCounts& hits(const std::string& text, std::string_view tag) {
    bit(text, tag);
    return state.paths()[path(text)].statistics.hits[state.tag(std::string(tag))];
  }

  Node node(std::string_view item_id, std::string_view value) const {
    const auto mix = [&](std::uint64_t seed) {
      std::uint64_t hash = seed;
      for (const std::string_view part : {item_id, value}) {
        for (const char c : part) {
          hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
          hash ^= hash >> 31U;
        }
        hash = (hash + 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
      }
      return hash;
    };
    const std::uint64_t a = mix(1);
    const std::uint64_t b = mix(2);
    return {{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32U),
             static_cast<std::uint32_t>(b)}};
  }
  Node node(const MadeKey& key) const { return node(key.item, key.value); }

  /// One frame with identifiers, strongest first; their fields are added to `fields`.
  void row(const std::vector<MadeKey>& keys, const std::vector<MadeField>& fields = {},
           const std::string& group = "") {
    std::vector<Node> nodes;
    std::vector<BitId> sources;
    std::vector<BitId> bits;
    for (const MadeKey& key : keys) {
      nodes.push_back(node(key));
      sources.push_back(bit(key.path, key.item));
    }
    bits = sources;
    for (const MadeField& field : fields) bits.push_back(bit(field.path, field.item));
    const SetId set = state.field_set(bits);
    state.add_row(nodes, state.row_class(made_group(group), sources, set));
  }

  /// Frames without an identifier.
  void anonymous(const std::vector<MadeField>& fields, std::uint64_t frames = 1,
                 const std::string& group = "") {
    std::vector<BitId> bits;
    for (const MadeField& field : fields) bits.push_back(bit(field.path, field.item));
    state.add_anonymous(made_group(group), state.field_set(bits), frames);
  }

  /// Every bit means what it says, for certain.
  FieldMeanings meanings() const {
    FieldMeanings made;
    for (const FieldBit& one : state.bits()) {
      BitMeaning meaning;
      meaning.field_concept = item(state.tags()[one.tag]);
      meaning.certainty = Certainty::sure;
      meaning.key = rules.concepts.at(meaning.field_concept).identifies != 0;
      made.bits.push_back(meaning);
    }
    return made;
  }

 private:
  GroupId made_group(const std::string& label) {
    return state.group(label.empty() ? std::vector<std::string>{} : std::vector{label});
  }
};

}  // namespace kouan::test
