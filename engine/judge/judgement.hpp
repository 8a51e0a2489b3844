#pragma once

/// \file
/// What the judge says: the verdict and everything that a report shows of it (product.md, JSON
/// report). Plain data; made by judge(), read by report/.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/date.hpp>
#include <kouan/outcome.hpp>

#include "ruleset/added_lists.hpp"
#include "ruleset/negative_list.hpp"
#include "ruleset/profile.hpp"
#include "state/coverage.hpp"

namespace kouan {

/// Persons with some property: at least `lower`, at most `upper`; equal when exact.
struct PersonCount {
  std::uint64_t lower = 0, upper = 0;
  bool exact() const { return lower == upper; }
};

/// From the lightest to the heaviest outcome that the facts allow.
struct OutcomeRange {
  Outcome lower = Outcome::none, upper = Outcome::none;

  bool settled() const { return lower == upper; }
  void raise(const OutcomeRange& other);
  friend bool operator==(const OutcomeRange&, const OutcomeRange&) = default;
};

/// A fact that nobody gave and that could change the outcome.
struct OpenQuestion {
  std::string id;  // "ciio"
  LocalText text;
  std::string flag;  // what settles it on the command line, e.g. "--ciio yes|no"
  std::optional<Outcome> if_yes, if_no;  // nullopt: still undetermined then
  OutcomeRange range_if_yes, range_if_no;
  bool other_if_yes = false, other_if_no = false;  // another law then governs a part of the data
};

struct Verdict {
  bool determined = false;
  Outcome outcome = Outcome::none;   // when determined
  Outcome at_least = Outcome::none;  // L
  Outcome at_most = Outcome::none;   // U
  bool other_route = false;          // another law governs a part of the data
  bool complete = true;              // everything was read
  std::vector<LocalText> assumptions;
  std::vector<LocalText> reasons;    // why: strictest line first
  std::optional<Outcome> reading_b;  // where counting non-sensitive-only persons differs
  std::vector<OpenQuestion> questions;
  std::vector<LocalText> duties;
  std::vector<LocalText> hints;  // exemptions not claimed, scenarios that the fields look like
};

struct ConditionResult {
  LocalText text;
  Tri value = Tri::unknown;
};

struct EntryThreshold {
  std::optional<std::uint64_t> persons;  // nullopt: the source does not give the figure
  std::string bound, metric, population, window;
};

struct EntryResult {
  std::string id, list, scenario;
  LocalText clause;
  EntryKind kind = EntryKind::general;
  Tri holds = Tri::unknown;                                   // does the row apply?
  std::optional<Outcome> mechanism;                           // of the row
  Outcome at_least = Outcome::none, at_most = Outcome::none;  // what the row asks for in L and U
  bool other_route = false;
  Fidelity fidelity = Fidelity::not_found;
  LocalText category;
  PersonCount persons;             // in this dataset
  std::uint64_t year_to_date = 0;  // persons carried over from earlier exports
  std::optional<EntryThreshold> threshold;
  std::vector<std::string> fields;           // paths of columns that surely belong to the row
  std::vector<std::string> possible_fields;  // of those that perhaps do: they count in U only
  std::vector<ConditionResult> conditions;
};

struct FieldFinding {
  std::string path;
  std::string field_concept;  // concept id
  std::string data_class;     // personal | sensitive | business | important-candidate
  Certainty certainty = Certainty::none;
  std::string name_evidence;  // why the name says so; empty: it does not
  std::string why;            // one sentence: name, share of matches, checksum, correction
  std::uint64_t match_per_million = 0;  // values that a detector of the concept took whole
  std::uint64_t masked_per_million = 0;
  std::uint64_t records = 0;  // values seen, without nulls and empties
  std::uint64_t nulls = 0;    // nulls and empties
  std::uint64_t distinct = 0;
  bool stray = false;        // a few hits in a column of something else
  bool damaged = false;      // identifiers that lost digits
  std::string deidentified;  // "masked", "hashed", "opaque" or empty
  std::string corrected_by;  // source of a person's correction; empty: none
  PersonCount persons;
  std::vector<std::string> samples;  // masked
};

struct PersonKeyUse {
  std::string field_concept, path;
  std::uint64_t persons = 0;  // rows that were keyed by it
};

struct PersonsSummary {
  PersonCount total;
  PersonCount non_sensitive, non_sensitive_only, sensitive, special, minors_under_14;
  std::vector<PersonKeyUse> keys;
};

struct ListUse {
  std::string id, edition, sha256;
  bool in_force = false;
  LocalText completeness;  // "9 of 23 scenarios, 9 of 198 fields"
};

/// A scenario that nobody declared but that the fields look like.
struct ScenarioGuess {
  std::string list, scenario;
  LocalText name;
  std::uint32_t matching = 0, of = 0;  // typical concepts found
  // What it would decide if it were declared, for a handler whom the list covers:
  OutcomeRange decides;
  Tri other_route = Tri::no;
  bool covered = true;   // does the list cover this handler as the profile says?
  bool in_force = true;  // on the day of judgement
};

/// What each scenario of each list would decide, beside the national rules alone.
struct ScenarioMatrix {
  Date as_of{};
  OutcomeRange national;
  Tri national_other_route = Tri::no;
  bool complete = true;              // was all of the data read?
  std::vector<std::string> without;  // paths judged as not exported
  std::vector<ListUse> lists;
  std::vector<ScenarioGuess> cells;  // by list, then in the order of the list
};

struct Judgement {
  Date as_of{};
  std::vector<ListUse> lists;
  std::vector<AddedSource> added_rules;  // the user's lists and packs: loaded, skipped, failed
  std::vector<std::string> scenarios;    // declared
  Profile profile;
  Verdict verdict;
  std::vector<EntryResult> entries;  // strictest first, then id
  std::vector<FieldFinding> fields;  // sorted by path
  PersonsSummary persons;
  Coverage coverage;
  std::vector<ScenarioGuess> guesses;
  std::string result_digest;  // over verdict, entries, fields, persons: any split, order, key
};

}  // namespace kouan
