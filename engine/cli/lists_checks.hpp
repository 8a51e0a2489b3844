#pragma once

/// \file
/// `lists lint` and `lists test`: 0 nothing found, 1 findings; an Error is 2.

#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::cli {

/// Error: invalid_usage with "did you mean", for a word that is neither list nor file.
tl::unexpected<Error> unknown_list(const std::string& id, const RuleSet& rules);

/// Lints lists by id or file; all of them if none is given. A file need not have an id of its own:
/// it is held against the rules that are loaded, and replaces nothing.
Result<int> lint_lists(const Session& session, const std::vector<std::string>& given);

/// Runs the cases of the detectors in these files; of those compiled in if none is given.
Result<int> test_detectors(const Session& session, const std::vector<std::string>& files);

}  // namespace kouan::cli
