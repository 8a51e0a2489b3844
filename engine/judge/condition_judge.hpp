#pragma once

/// \file
/// Judges the condition of a row in three-valued logic over what the data shows and the handler
/// said. Every leaf leaves one line behind, with its measured value.

#include <map>
#include <string>
#include <vector>

#include "judge/condition_fields.hpp"
#include "judge/question.hpp"
#include "judge/unit_counts.hpp"

namespace kouan {

/// What one row is judged over. The referenced objects must outlive it.
struct View {
  const Evidence& evidence;
  const Facts& facts;
  const Slice& slice;
  const std::map<std::string, Question>& questions;  // of the list, or of the national table
  bool national = false;
  bool only = false;  // reading b: non-sensitive means without any sensitive field
  std::vector<CarriedOver> carried, carried_perhaps;  // earlier exports that belong here
};

/// One test of persons, measured.
struct MeasuredTest {
  PersonsTest test;
  Tri value = Tri::unknown;
  PersonCount persons;        // in this dataset
  std::uint64_t earlier = 0;  // persons of earlier exports
};

/// Columns that a row rests on.
struct RowFields {
  std::set<std::string> sure, possible;  // paths

  void add(const FieldMatch& match);
};

/// What is gathered while one row is judged.
struct RowNotes {
  RowFields fields;
  std::vector<ConditionResult> lines;
  std::vector<MeasuredTest> tests;
  Findings findings;
};

/// A row under judgement: its entry, its view, the persons it counts.
struct RowView {
  const Entry& entry;
  const View& view;
  Counts counts;
  RowNotes& notes;
};

Tri judge_condition(const Condition& condition, const RowView& row);

/// lower .. upper against a figure: yes, no, or unknown between them. nullopt: unknown, but nobody
/// reaches a figure with no person. 以上 is inclusive, 超过 exclusive.
Tri reaches(const PersonCount& measured, const std::optional<std::uint64_t>& figure, Bound bound);

/// `below` a figure: 不满 is exclusive, 以下 inclusive; the opposite of reaching the other bound.
Tri stays_below(const PersonCount& measured, const std::optional<std::uint64_t>& figure,
                Bound bound);

/// The answer to a fact or question. Unanswered, it is what the rules assume (listed as an
/// assumption; --strict asks instead, and so does a column that speaks against it), else unknown
/// and asked. Important data that was not notified
/// is always taken as absent (Provisions art. 2).
Tri ask(const std::string& id, const RowView& row);

}  // namespace kouan
