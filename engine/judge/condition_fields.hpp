#pragma once

/// \file
/// Which columns a matcher of an entry finds, and whether they stand in the files in question.

#include <set>
#include <string>
#include <vector>

#include <kouan/concept.hpp>

#include "judge/unit_counts.hpp"
#include "ruleset/condition.hpp"

namespace kouan {

/// What one matcher found.
struct FieldMatch {
  Tri present = Tri::no;           // in the slice
  bool not_scanned = false;        // the scan did not look for it: unknown
  std::set<std::string> paths;     // that surely match
  std::set<std::string> possible;  // that perhaps do
  std::vector<bool> sure, may;     // bits that match, by BitId
};

FieldMatch find_field(const FieldMatcher& matcher, const Evidence& evidence, const Slice& slice);

/// The test over every subject of the slice.
Tri fields_hold(const FieldsTest& test, const Evidence& evidence, const Slice& slice);

/// How the matchers are called in a report: by the names that the list gives them, else by their
/// concepts. A pattern is no name: of those without one only the number is said.
LocalText matchers_text(const std::vector<FieldMatcher>& matchers, const RuleSet& rules);

}  // namespace kouan
