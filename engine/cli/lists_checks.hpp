#pragma once

/// \file
/// `lists lint`: 0 nothing found, 1 findings; an Error is 2. And the cases of detectors.

#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"
#include "config/json.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::cli {

/// Lints lists by id or file; all of them if none is given. A file need not have an id of its own:
/// it is held against the rules that are loaded, and replaces nothing.
Result<int> lint_lists(const Session& session, const std::vector<std::string>& given);

/// What became of the cases of detectors.
struct DetectorCases {
  std::string text;
  Json json;
  bool failed = false;
};

/// Runs the cases of the detectors in these files; of those compiled in if none is given.
Result<DetectorCases> test_detectors(const Session& session, const std::vector<std::string>& files);

}  // namespace kouan::cli
