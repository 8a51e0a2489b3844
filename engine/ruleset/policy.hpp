#pragma once

/// \file
/// The national rules beneath every list, dated: the decision table and the class of each concept.

#include <optional>
#include <string>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/date.hpp>

#include "match/concept_table.hpp"
#include "ruleset/negative_list.hpp"

namespace kouan {

using match::Concept;
using match::ConceptTable;

/// The national table of one period. The rows are entries without scenarios; the strictest that
/// holds is the answer.
struct NationalPeriod {
  std::string id;
  Date from{};
  std::optional<Date> to;  // last day; nullopt: still in force
  Window window = Window::calendar_year;
  std::vector<Entry> rows;
  LocalText name;
  LocalText note;  // what a report must say of this period; may be empty
};

/// A way out of the count that a handler may claim (`exemptions:` of the profile).
struct Exemption {
  std::string article;  // "5(1)"
  LocalText clause;     // "《促进和规范数据跨境流动规定》第五条第（一）项"
  Date from{};
  std::optional<Date> to;
  LocalText text;
};

struct NationalPolicy {
  std::vector<Entry> special_regimes;   // other laws govern, whatever the day; judged first
  std::vector<NationalPeriod> periods;  // ascending, without gaps from 2022-09-01 on
  std::map<std::string, Question> questions;
  std::vector<LocalText> duties;  // what remains when the outcome is none
  std::vector<Exemption> exemptions;
  bool outside_list_free = false;  // policy switch `outside_list: free`; default national

  /// nullptr: no period covers the day.
  const NationalPeriod* at(Date day) const;
};

/// The class of a concept in a period, where the law of that period says so.
struct ClassRow {
  ConceptId field_concept = no_concept;
  std::optional<Date> from, to;  // both inclusive; nullopt: open
  Concept::Class data_class = Concept::Class::personal;
  bool special = false;  // bank, insurance, registration accounts; diagnosis and treatment
  std::string source;    // empty: unsourced, then personal in L and sensitive in U
};

class ClassTable {
 public:
  ClassTable() = default;
  explicit ClassTable(std::vector<ClassRow> rows) : rows_(std::move(rows)) {}
  /// The row that covers the day; nullptr: none, the class is unknown.
  const ClassRow* at(ConceptId field_concept, Date day) const;
  const std::vector<ClassRow>& rows() const { return rows_; }

 private:
  std::vector<ClassRow> rows_;
};

}  // namespace kouan
