#pragma once

/// \file
/// What all workers of a scan share: rules, detectors, person key. Immutable once made.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "hash/person_key.hpp"
#include "plugin/detector_host.hpp"
#include "plugin/detector_index.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

struct ScanSetup {
  std::shared_ptr<const RuleSet> rules;
  std::shared_ptr<const DetectorSet> detectors;
  std::shared_ptr<const DetectorIndex> index;
  DetectorIndex::Subset under_any_name;             // detectors that need no name: medium, strong
  std::vector<DetectorIndex::Subset> under_name;    // by concept: its weak ones; empty: none
  std::vector<DetectorIndex::Subset> of_concept;    // by concept: its others; empty: none
  std::vector<DetectorIndex::Subset> behind_label;  // by concept; empty: none
  std::vector<std::size_t> in_sentences;            // detectors of sentences
  std::size_t sentence_bytes_min = SIZE_MAX;  // shortest sentence that one of them would look at
  std::size_t token_bytes_min = 1;  // shortest token of a text that a detector would look at
  PersonKey key;
  std::map<std::string, ConceptId> corrections;  // path -> concept that its values are scanned as
  std::string scan_digest;                       // lexicon, detectors, value rules, plugins, limits

  /// Error: invalid_plugin, when a plugin breaks its contract or names an unknown concept.
  /// `corrections`: what a person says of fields, path -> concept or "none" (Profile::fields).
  static Result<std::shared_ptr<const ScanSetup>> make(
      std::shared_ptr<const RuleSet> rules, std::span<const kouan_plugin* const> plugins,
      const PersonKey& key, const std::map<std::string, std::string>& corrections = {});
};

}  // namespace kouan
