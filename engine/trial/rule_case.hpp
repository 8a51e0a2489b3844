#pragma once

/// \file
/// Cases that try rules out without data: what is given, and which answer is wanted
/// (rules/schema/cases.schema.json). They stand beside the rules: x.yaml, x.cases.yaml.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <kouan/date.hpp>
#include <kouan/error.hpp>

#include "judge/judgement.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::trial {

struct GivenField {
  ConceptId field_concept = no_concept;  // no_concept: only the path, or only a pattern of values
  std::string path;                      // "$.diagnosis"
  std::string pattern;                   // value pattern of a row that its values match, or empty
  Certainty certainty = Certainty::sure;
};

/// People who are alike, and the fields of each.
struct GivenPeople {
  PersonCount persons;  // 0: the fields are there, and of nobody
  std::vector<GivenField> fields;
  std::vector<std::string> files;  // patterns of the facts that these files match, sorted
};

struct Wanted {
  std::optional<Outcome> outcome;  // nullopt: undetermined
  std::optional<Outcome> at_least, at_most;
  std::optional<bool> other_route;
  std::string clause;  // a part of the clause of a row that asks for the outcome; empty: any
  std::optional<std::vector<std::string>> holds, open;  // ids of rows, sorted: all of them
  std::optional<std::vector<std::string>> questions;    // ids, sorted: all of them
};

struct RuleCase {
  std::string name;
  FilePlace place;
  Date as_of{};
  std::vector<GivenPeople> given;
  std::uint64_t unread = 0;  // records that could not be read
  bool strict = false;
  Profile facts;
  Wanted want;
};

struct CaseFile {
  std::string file;
  std::string rules;  // "national", or the id of a list
  std::vector<RuleCase> cases;

  bool national() const { return rules == national_rules; }
  static constexpr const char* national_rules = "national";
};

/// Error: invalid_rule with file, line and column; also for rules, concepts and rows that do not
/// exist, with "did you mean".
Result<CaseFile> read_cases(const RuleFile& file, const RuleSet& rules);

}  // namespace kouan::trial
