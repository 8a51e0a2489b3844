#pragma once

/// \file
/// A negative list as data: sectors, scenarios and entries of one edition. What is not known of a
/// list is unknown here, never absent.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <kouan/date.hpp>
#include <kouan/outcome.hpp>

#include "ruleset/condition.hpp"

namespace kouan {

enum class Fidelity : std::uint8_t { verbatim, paraphrased, partial, inferred, not_found };

enum class EntryKind : std::uint8_t {
  important,
  personal,
  sensitive_personal,
  special_sensitive,
  general,
  other_regime,  // another law governs: the route is `other_route`
};

/// What a person still has to settle; lint names each.
struct Todo {
  LocalText text;
  FilePlace place;
};

/// One row of a list, or of the national table.
struct Entry {
  std::string id;    // stable, never reused
  LocalText clause;  // e.g. "Provisions 2024, art. 7(2)"
  Fidelity fidelity = Fidelity::not_found;
  std::string source;
  std::vector<std::string> scenarios;  // scenario ids; {"any"}: every scenario of the list
  LocalText category;
  EntryKind kind = EntryKind::general;
  std::vector<FieldMatcher> fields;  // examples of the row, unless closed_set
  bool closed_set = false;
  std::optional<Condition> when;     // nullopt: no condition but the fields
  std::vector<Condition> unless;     // any of these takes the row away
  std::optional<Outcome> mechanism;  // nullopt: the source does not say
  bool other_route = false;          // mechanism: other_route
  std::string note;
  std::string file;  // that the row was read from; a list may take rows over from another one
  FilePlace place;
  std::vector<Todo> todos;  // of the row and its fields; a field without meaning stands only here
};

/// Something that only a person can answer; `answers:` of the profile, by id.
struct Question {
  std::string id;
  LocalText text;
  std::optional<bool> assumed;  // taken so, and said so, while nobody answers
  std::vector<FieldMatcher> unless_fields =
      {};  // where one of these may be there, nothing is assumed
};

struct Scenario {
  std::string id;  // "retail.membership"
  LocalText name;
  std::string sector;     // id of a sector of the list
  bool complete = false;  // every row of the scenario is in this file, word for word
  Fidelity fidelity = Fidelity::not_found;
  std::vector<ConceptId> typical;  // concepts the scenario looks like, to rank undeclared ones
  std::string note;
  FilePlace place = {};
  std::vector<Todo> todos = {};
};

struct Sector {
  std::string id;
  LocalText name;
  std::vector<std::string> excludes;  // facts of a handler that take it out of the sector
  std::string note;
};

struct DeclaredTotals {
  std::optional<std::uint64_t> sectors, scenarios, fields, items;  // as the notice counts them
  std::optional<std::uint64_t> activities, categories, subcategories;
};

/// What being in the list means: more than a filing is needed (negative), a filing is enough
/// (positive), or nothing is decided, only recognised (reference).
enum class ListKind : std::uint8_t { negative, positive, reference };

/// May a handler of this place use the list of another place? Only through an act of the authority
/// (national-rules.md, A5); without a known act: no.
struct ReferenceMode {
  bool may_apply_others = false;
  std::optional<Date> from;  // nullopt: as long as the list is in force
  std::string source, note;
};

struct NegativeList {
  std::string id;  // "beijing/2024"
  std::string zone, edition;
  ListKind kind = ListKind::negative;
  LocalText title;
  LocalText authority;  // that issued it; may be empty
  Date in_force_from{};
  std::optional<Date> in_force_to;  // last day in force; nullopt: still in force
  std::string replaces;             // list id, may be empty
  FilePlace replaces_place;
  std::vector<std::string>
      carries_over;  // "beijing/2024#retail": sectors taken over, resolved on load
  std::vector<FilePlace> carries_over_places;  // of each
  DeclaredTotals declared_totals;
  std::vector<std::string> territory;  // values of handler.registered_in that it covers
  bool excludes_ciio = false;
  std::optional<ReferenceMode> reference_mode;  // nullopt: nothing is known, taken as own_only
  std::vector<Sector> sectors;
  std::vector<Scenario> scenarios;
  std::vector<Entry> entries;
  std::vector<Entry> reference_rules;  // of its annex: how important data is recognised; not rows
  std::map<std::string, Question> questions;
  std::string source;
  std::vector<std::string> notes;
  std::string file, sha256;  // where it was loaded from; digest of its bytes (hex)
};

/// What of a list is in its file, to be held against `declared_totals`: "9 of 198 fields".
struct KnownTotals {
  std::uint64_t sectors = 0, scenarios = 0, fields = 0, items = 0;
};
KnownTotals known_totals(const NegativeList& list);

/// Where a list stands on a day.
enum class ListStatus : std::uint8_t { not_yet, in_force, replaced, ended };
ListStatus status_on(const NegativeList& list, const std::map<std::string, NegativeList>& lists,
                     Date day);
inline bool in_force_on(const NegativeList& list, Date day) {
  return list.in_force_from <= day && (!list.in_force_to || day <= *list.in_force_to);
}

}  // namespace kouan
