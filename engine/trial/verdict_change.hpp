#pragma once

/// \file
/// What a scanned state needs under one edition of a list and under another: the verdicts, and the
/// rows that say something else. Pure. [any thread]

#include <optional>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "judge/judge.hpp"
#include "trial/list_change.hpp"

namespace kouan::trial {

/// What a row says of a state.
struct RowSays {
  Tri holds = Tri::no;
  Outcome at_least = Outcome::none, at_most = Outcome::none;
  bool other_route = false;

  friend bool operator==(const RowSays&, const RowSays&) = default;
};

/// A row whose say differs. A row that an edition does not have says there that nothing applies.
struct RowVerdict {
  std::string id, scenario;  // scenario: empty for a national row
  LocalText clause;
  RowSays before, after;
};

/// A state under both editions.
struct VerdictChange {
  std::optional<ListChange> change;  // nullopt: the same verdict; else tightened, relaxed, changed
  Verdict before, after;
  std::vector<RowVerdict> rows;                              // strictest of the later edition first
  std::vector<std::string> unlisted_before, unlisted_after;  // declared scenarios it does not have
};

/// Two editions as they would stand in one set of rules.
class EditionPair {
 public:
  /// Both are taken to be in force on every day, so that nothing but their text differs.
  EditionPair(const RuleSet& rules, NegativeList before, NegativeList after);

  const NegativeList& before() const { return *before_.find_list(before_id_); }
  const NegativeList& after() const { return *after_.find_list(after_id_); }

  /// `options.lists` is not read: each side is judged by its own edition. A declared scenario that
  /// only one edition has falls to the national rules under the other.
  /// Error: as judge(); invalid_usage, for a scenario or an answer that neither edition knows.
  Result<VerdictChange> compare(const ScanState& state, const Profile& profile,
                                const JudgeOptions& options) const;

 private:
  Result<Judgement> judged(const RuleSet& rules, const std::string& id, const ScanState& state,
                           const Profile& profile, JudgeOptions options,
                           std::vector<std::string>& unlisted) const;

  std::string before_id_, after_id_;
  RuleSet before_, after_;
};

}  // namespace kouan::trial
