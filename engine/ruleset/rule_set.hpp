#pragma once

/// \file
/// Everything under rules/, read once, checked, and constant from then on.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "match/concept_table.hpp"
#include "match/name_lexicon.hpp"
#include "match/value_rules.hpp"
#include "ruleset/added_lists.hpp"
#include "ruleset/negative_list.hpp"
#include "ruleset/policy.hpp"

namespace kouan {

using match::Concept;
using match::ConceptTable;
using match::NameLexicon;

/// One YAML file of rules, compiled in or read from disk.
struct RuleFile {
  std::string name;  // "lists/beijing/2024.yaml" below rules/, or the path the user gave
  std::string content;
  std::string_view tree = {};  // packed by the build, and valid; empty: not compiled in
};

/// The files that are compiled into the program, sorted by name.
std::vector<RuleFile> embedded_rules();

struct RuleSources {
  std::vector<std::string> list_files;      // --list FILE; lists and packs of other list ids
  std::vector<std::string> detector_files;  // rules/detectors/*.yaml of the user
  std::string user_directory;               // $XDG_DATA_HOME/kouan/lists; empty or absent: none
  Host host;                                // for `requires`
  std::vector<PublicKey> trusted_keys;      // not empty: packs must be signed by one of them
};

struct RuleSet {
  ConceptTable concepts;
  std::shared_ptr<const NameLexicon> lexicon;
  std::shared_ptr<const ValueRules> value_rules;  // user detectors and `{value: RE2}` of entries
  ClassTable classes;
  NationalPolicy national;
  std::map<std::string, NegativeList> lists;  // by id
  std::vector<AddedSource> added;             // the user's lists and packs, with what was left out
  std::string
      scan_digest;     // hex SHA-256 over lexicon + detectors + value rules (not lists, not policy)
  std::string digest;  // hex SHA-256 over every file

  const NegativeList* find_list(std::string_view id) const;
};

/// Error: invalid_rule, with file, line and column, and nothing half-loaded; also when one list id
/// comes from two sources.
Result<RuleSet> load_rules(const RuleSources& sources = {});

}  // namespace kouan
