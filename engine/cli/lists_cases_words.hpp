#pragma once

/// \file
/// What became of the cases of some rules, in words and as JSON.

#include <optional>
#include <string>
#include <vector>

#include "config/json.hpp"
#include "text/language.hpp"
#include "trial/trial_run.hpp"

namespace kouan::cli {

/// One file of cases after its run. `run` must outlive it.
struct TriedCases {
  const trial::TrialRun* run = nullptr;
  trial::CaseCoverage coverage;
  std::optional<std::vector<trial::MutantResult>> mutants;  // nullopt: nobody asked
};

std::string tried_text(const TriedCases& tried, Language language);
Json tried_json(const TriedCases& tried);

/// "policy/national.yaml:88:15"
std::string place_text(const std::string& file, const FilePlace& place);

}  // namespace kouan::cli
