#pragma once

/// \file
/// Rule files of the user under the verbs of `lists`: read as they stand, and put in the place of
/// what is compiled in under the same id.

#include <string>

#include <kouan/error.hpp>

#include "ruleset/rule_set.hpp"

namespace kouan::cli {

/// Error: invalid_usage with "did you mean", for a word that is neither list nor file.
tl::unexpected<Error> unknown_list(const std::string& id, const RuleSet& rules);

/// The list in that file, or the only one of that pack, with what it takes over from loaded lists.
Result<NegativeList> read_list_file(const std::string& file, const RuleSet& rules);

/// The list of that id, or what stands in that file.
Result<NegativeList> find_or_read(const std::string& given, const RuleSet& rules);

/// The rules with the list or the national table of that file in place of their own.
Result<RuleSet> with_rules_of(const std::string& file, const RuleSet& rules);

}  // namespace kouan::cli
