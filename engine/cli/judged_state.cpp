#include "cli/judged_state.hpp"

#include <algorithm>

#include "cli/plugins_linked.hpp"
#include "cli/scan_arguments.hpp"
#include "state/coverage_check.hpp"
#include "state/state_file.hpp"

namespace kouan::cli {
namespace {

/// Files are labelled while they are scanned: a pattern that was not asked for then matched nothing
/// by mere silence.
Result<void> check_globs(const ScanState& state, const Profile& profile, const std::string& file) {
  for (const std::string& glob : file_globs(profile)) {
    if (std::binary_search(state.globs.begin(), state.globs.end(), glob)) continue;
    return fail(ErrorCode::invalid_usage,
                "expected a state scanned for the file pattern '" + glob +
                    "' of the profile, found one without it (scan again with --profile)",
                {file, {}, 0, 0, 0});
  }
  return {};
}

}  // namespace

Result<ScanState> read_judgeable(const std::string& file, const RuleSet& rules,
                                 const Profile& profile) {
  KOUAN_TRY(StateFile read, read_state(file, rules.concepts));
  ScanState& state = read.state;
  if (auto known = check_globs(state, profile, file); !known) {
    return tl::unexpected<Error>(known.error());
  }
  if (state.coverage().records() == 0 && state.coverage().complete()) {
    return fail(ErrorCode::io, "expected records, found none: there is nothing to judge",
                {file, {}, 0, 0, 0});
  }
  for (const Gap& gap : missing_ranges(state.coverage())) state.coverage().add_gap(gap);
  state.coverage().sort();
  return std::move(state);
}

Result<std::string> scan_digest_of(const std::shared_ptr<const RuleSet>& rules) {
  KOUAN_TRY(const auto setup, ScanSetup::make(rules, linked_plugins(), PersonKey::random()));
  return setup->scan_digest;
}

}  // namespace kouan::cli
