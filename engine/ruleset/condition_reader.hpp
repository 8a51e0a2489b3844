#pragma once

/// \file
/// Conditions, fields and entries out of YAML. Errors go to the NodeReader.

#include <string>
#include <vector>

#include "match/concept_table.hpp"
#include "ruleset/negative_list.hpp"
#include "ruleset/node_reader.hpp"

namespace kouan {

/// What a `{value: RE2}` is filed under: "rule:" and the first 16 hex digits of its SHA-256.
std::string value_tag(const std::string& pattern);

FieldMatcher read_field(NodeReader& reader, const YamlNode& node,
                        const match::ConceptTable& concepts);
Condition read_condition(NodeReader& reader, const YamlNode& node,
                         const match::ConceptTable& concepts);
Entry read_entry(NodeReader& reader, const YamlNode& node, const match::ConceptTable& concepts);
/// The entries of the list under `key`; an id that stands twice in it is an error.
std::vector<Entry> read_entries(NodeReader& reader, const YamlNode& map, std::string_view key,
                                const match::ConceptTable& concepts);
std::map<std::string, Question> read_questions(NodeReader& reader, const YamlNode& map,
                                               const match::ConceptTable& concepts);
std::vector<Todo> read_todos(NodeReader& reader, const YamlNode& map);
Fidelity read_fidelity(NodeReader& reader, const YamlNode& map);

}  // namespace kouan
