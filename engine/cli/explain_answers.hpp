#pragma once

/// \file
/// What an id of a report stands for: rows, clauses, scenarios, concepts, detectors, questions,
/// reasons, outcomes and exit codes, from the rules and the plugins that are loaded.

#include <string>
#include <string_view>
#include <vector>

#include "plugin/detector_host.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::cli {

struct ExplainedFact {
  std::string key;  // of the JSON form
  LocalText label, value;
};

struct Explanation {
  std::string kind;  // "entry", "concept", ...
  LocalText kind_name;
  std::string id;
  LocalText title;  // may be empty
  std::vector<ExplainedFact> facts;
};

/// Everything that has this id: a concept and a detector may share one. Empty: nothing has it.
/// A clause is found by its words. [any thread]
std::vector<Explanation> explain_id(std::string_view id, const RuleSet& rules,
                                    const DetectorSet& detectors);

/// Every id that explain_id() knows.
std::vector<std::string> explainable_ids(const RuleSet& rules, const DetectorSet& detectors);

}  // namespace kouan::cli
