#include "scan/scan_setup.hpp"

#include <algorithm>
#include <limits>

#include <kouan/limits.hpp>

#include "hash/digest.hpp"

namespace kouan {
namespace {

/// Two states may be merged only if everything that decides their content was the same.
std::string digest_of(const RuleSet& rules, const DetectorSet& detectors) {
  std::string text = "kouan scan 1\n" + rules.scan_digest + "\n";
  for (const kouan_plugin* const plugin : detectors.plugins()) {
    text += std::string(plugin->id) + " " + plugin->version + "\n";
  }
  for (const std::uint64_t limit :
       {std::uint64_t{limits::record_bytes_max}, std::uint64_t{limits::depth_max},
        std::uint64_t{limits::paths_max}, std::uint64_t{limits::children_max},
        std::uint64_t{limits::row_nodes_max}, std::uint64_t{limits::nested_json_bytes_max}}) {
    text += std::to_string(limit) + "\n";
  }
  return sha256_hex(text);
}

/// By concept: those of its detectors that are `wanted(const DetectorInfo&)`; empty where none is.
template <class Wanted>
std::vector<DetectorIndex::Subset> by_concept(const DetectorSet& detectors,
                                              const DetectorIndex& index, std::size_t concepts,
                                              Wanted&& wanted) {
  std::vector<DetectorIndex::Subset> subsets(concepts);
  for (const DetectorInfo& info : detectors.detectors()) {
    if (!wanted(info) || !subsets[info.concept_id].empty()) continue;
    subsets[info.concept_id] = index.subset([&](std::size_t i) {
      return wanted(detectors[i]) && detectors[i].concept_id == info.concept_id;
    });
  }
  return subsets;
}

std::size_t shortest_token(const DetectorSet& detectors) {
  std::size_t shortest = std::numeric_limits<std::size_t>::max();
  for (const DetectorInfo& info : detectors.detectors()) {
    const bool in_text = ((info.where & KOUAN_IN_TEXT) != 0 && info.strength != KOUAN_WEAK) ||
                         (info.where & KOUAN_BEHIND_LABEL) != 0;
    if (in_text) shortest = std::min<std::size_t>(shortest, info.length_min);
  }
  return shortest;
}

}  // namespace

Result<std::shared_ptr<const ScanSetup>> ScanSetup::make(
    std::shared_ptr<const RuleSet> rules, std::span<const kouan_plugin* const> plugins,
    const PersonKey& key, const std::map<std::string, std::string>& corrections) {
  const ConceptTable& concepts = rules->concepts;
  KOUAN_TRY(auto detectors, DetectorSet::build(plugins, [&concepts, rules](std::string_view id) {
              return concepts.find(id);
            }));
  auto setup = std::make_shared<ScanSetup>();
  setup->scan_digest = digest_of(*rules, *detectors);
  setup->index = std::make_shared<DetectorIndex>(*detectors);
  setup->under_any_name =
      setup->index->subset([&](std::size_t i) { return (*detectors)[i].strength != KOUAN_WEAK; });
  setup->under_name =
      by_concept(*detectors, *setup->index, concepts.size(),
                 [](const DetectorInfo& info) { return info.strength == KOUAN_WEAK; });
  setup->of_concept =
      by_concept(*detectors, *setup->index, concepts.size(), [](const DetectorInfo& info) {
        return info.strength != KOUAN_WEAK && (info.where & KOUAN_IN_SENTENCE) == 0;
      });
  setup->behind_label =
      by_concept(*detectors, *setup->index, concepts.size(),
                 [](const DetectorInfo& info) { return (info.where & KOUAN_BEHIND_LABEL) != 0; });
  setup->token_bytes_min = shortest_token(*detectors);
  for (std::size_t i = 0; i < detectors->size(); ++i) {
    const DetectorInfo& info = (*detectors)[i];
    if ((info.where & KOUAN_IN_SENTENCE) == 0) continue;
    setup->in_sentences.push_back(i);
    setup->sentence_bytes_min = std::min<std::size_t>(setup->sentence_bytes_min, info.length_min);
  }
  setup->detectors = std::move(detectors);
  for (const auto& [path, concept_id] : corrections) {
    const ConceptId id = concepts.find(concept_id);
    if (id == no_concept) continue;  // "none" is the judge's business, and so are misspellings
    setup->corrections.emplace(path, id);
    std::string text = setup->scan_digest;
    text.append("\n").append(path).append("=").append(concept_id);
    setup->scan_digest = sha256_hex(text);
  }
  setup->rules = std::move(rules);
  setup->key = key;
  return std::shared_ptr<const ScanSetup>(std::move(setup));
}

}  // namespace kouan
