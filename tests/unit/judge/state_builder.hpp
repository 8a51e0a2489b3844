#pragma once

/// \file
/// States of tests, put together by hand: columns of a stated certainty, rows of counted persons.
/// No scan, no rule file, no value: a person is a number.

#include <string>
#include <vector>

#include "match/concept_table.hpp"
#include "state/scan_state.hpp"

namespace kouan {

class StateBuilder {
 public:
  StateBuilder() { state_.coverage().files.push_back({"data.ndjson", 1'000, 0, 0, "", {}}); }

  /// A column whose name says `id` and whose values all have its shape: sure, unless `name` is
  /// lower and `whole` is false.
  BitId column(const std::string& path, const match::ConceptTable& concepts, const std::string& id,
               std::uint64_t values = 100, Certainty name = Certainty::likely, bool whole = true) {
    NameEvidence evidence;
    evidence.field_concept = concepts.find(id);
    evidence.certainty = name;
    evidence.why = "made up";
    const PathId at = state_.path(path, "$", evidence);
    const TagId tag = state_.tag(id);
    FieldStatistics& statistics = state_.paths()[at].statistics;
    statistics.values = values;
    statistics.strings = values;
    if (whole) {
      statistics.hits[tag].whole = values;
      statistics.hits[tag].strong = values;
    }
    return state_.bit(at, tag);
  }

  /// `count` persons, each with these fields, told apart by `key`.
  void persons(std::uint64_t count, BitId key, std::vector<BitId> fields,
               const std::vector<std::string>& labels = {}) {
    const ClassId row_class = state_.row_class(state_.group(labels), {key}, set_of(fields));
    for (std::uint64_t i = 0; i < count; ++i) {
      const Node node{{++next_, 7, 9}};
      state_.add_row(std::span<const Node>(&node, 1), row_class);
    }
    state_.coverage().files.front().records += count;
  }

  /// `count` frames with these fields and no identifier.
  void frames(std::uint64_t count, std::vector<BitId> fields,
              const std::vector<std::string>& labels = {}) {
    state_.add_anonymous(state_.group(labels), set_of(fields), count);
    state_.coverage().files.front().records += count;
  }

  SetId set_of(std::vector<BitId> fields) { return state_.field_set(std::move(fields)); }

  void lose(std::uint64_t records, bool unknown_size = false) {
    state_.coverage().gaps.push_back(
        {"invalid_record", "data.ndjson", 0, records, 0, unknown_size});
  }

  ScanState& state() { return state_; }

 private:
  ScanState state_;
  std::uint32_t next_ = 0;
};

}  // namespace kouan
