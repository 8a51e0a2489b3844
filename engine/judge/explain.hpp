#pragma once

/// \file
/// Sentences of the judge in both languages, from figures. Pure; no value of a record. [any thread]

#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/outcome.hpp>

#include "judge/judgement.hpp"
#include "ruleset/condition.hpp"

namespace kouan {

LocalText outcome_name(Outcome outcome);
/// What a test counts: "distinct persons exported since 1 January, with sensitive information".
LocalText measure_name(const PersonsTest& test);

/// The words of the JSON report: "non_sensitive", "held", "calendar_year", "inclusive".
std::string_view population_text(Population population);
std::string_view metric_text(Metric metric);
std::string_view window_text(Window window);
std::string_view bound_text(Bound bound);

/// Known of a list against what its notice declares: never "all rows passed" over an incomplete
/// list.
LocalText completeness(const NegativeList& list);

/// "1,284,551", or "9,000 – 10,000" when it is an interval.
std::string count_text(const PersonCount& count);

/// The test against what was measured (with `carried` persons of earlier exports in it).
LocalText describe(const PersonsTest& test, const PersonCount& measured, std::uint64_t carried);
LocalText describe(const QuantityTest& test, const PersonCount& measured);

/// Why a row asks for its mechanism, or may ask for it: clause, figures, what follows.
LocalText entry_reason(const EntryResult& entry);

/// What was not read, and what that does to the verdict.
LocalText loss_reason(std::uint64_t lost, bool unknown_size);
LocalText accepted_reason(std::uint64_t lost, std::uint64_t accepted, const std::string& reason);

}  // namespace kouan
