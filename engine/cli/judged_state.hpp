#pragma once

/// \file
/// A state file made ready for the judge: read, held against the profile, its missing parts said.

#include <memory>
#include <string>

#include <kouan/error.hpp>

#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"
#include "state/scan_state.hpp"

namespace kouan::cli {

/// Error: as read_state(); invalid_usage, when the profile names a file pattern that the scan was
/// not asked for; io, when there is nothing to judge.
Result<ScanState> read_judgeable(const std::string& file, const RuleSet& rules,
                                 const Profile& profile);

/// What a scan with these rules would call itself: a state of another name was scanned by other
/// detectors, words or limits, and new ones do not reach it.
Result<std::string> scan_digest_of(const std::shared_ptr<const RuleSet>& rules);

}  // namespace kouan::cli
