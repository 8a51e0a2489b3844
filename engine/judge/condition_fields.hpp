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
  Tri present = Tri::no;        // in the slice
  bool not_scanned = false;     // the scan did not look for it: unknown
  std::set<std::string> paths;  // that match, sure or not
  std::vector<bool> sure, may;  // bits that match, by BitId
};

FieldMatch find_field(const FieldMatcher& matcher, const Evidence& evidence, const Slice& slice);

/// The test over every subject of the slice.
Tri fields_hold(const FieldsTest& test, const Evidence& evidence, const Slice& slice);

/// How a matcher is written in a report: the concept's id, or the pattern.
std::string matcher_text(const FieldMatcher& matcher, const RuleSet& rules);

}  // namespace kouan
