#pragma once

/// \file
/// What one edition of a list changes against another: rows and scenarios added, dropped, moved,
/// tightened, relaxed. By ids, which are never reused. Pure. [any thread]

#include <cstdint>
#include <string>
#include <vector>

#include "ruleset/negative_list.hpp"

namespace kouan::trial {

enum class ListChange : std::uint8_t {
  added,
  dropped,
  moved,      // the same row, in other scenarios
  tightened,  // asks for more, or reaches more data
  relaxed,    // asks for less, or reaches less
  changed,    // otherwise, both ways at once, or in a way that nobody can tell
};

/// What of a row differs.
enum class RowPart : std::uint8_t {
  mechanism,
  figure,
  condition,
  exception,
  fields,
  kind,
  scenarios,
  clause,
  category
};

struct PartChange {
  RowPart part = RowPart::condition;
  ListChange change = ListChange::changed;
  LocalText before, after;  // what differs, where it is said in words; else empty
};

struct RowChange {
  ListChange change = ListChange::changed;
  std::string id;
  const Entry *before = nullptr, *after = nullptr;  // nullptr: added, or dropped
  std::vector<PartChange> parts;
};

/// A sector or a scenario that came, went, moved, or became complete.
struct PlaceChange {
  ListChange change = ListChange::changed;
  bool sector = false;  // else a scenario
  std::string id;
  LocalText name, what;
};

/// What stands at the head of a list: dates, territory, totals.
struct HeadChange {
  LocalText what;
  std::string before, after;
};

struct ListChanges {
  std::vector<HeadChange> head;
  std::vector<PlaceChange> places;
  std::vector<RowChange> rows;

  bool none() const { return head.empty() && places.empty() && rows.empty(); }
};

/// Rows in the order of `after`, then those that are gone. Both must outlive the result.
ListChanges changes_between(const NegativeList& before, const NegativeList& after);

/// Does a condition read the same, wherever it stands in its file?
bool same_condition(const Condition& a, const Condition& b);

}  // namespace kouan::trial
