#pragma once

/// \file
/// Holds a judgement against the `want` of a case:
///
///   error          part of the message, where there is no judgement
///   outcome        determined, and this; at_least, at_most: undetermined between these
///   other_route, complete, reading_b (null: the readings agree)
///   persons        {total, sensitive, non_sensitive, non_sensitive_only, minors}: each a number,
///   or
///                  [lower, upper]
///   entries        [{id, holds: yes|no|unknown, outcome}]: at least these
///   fields         [{path, concept, certainty, class, stray, deidentified, persons}]: at least
///   these no_fields      paths of which nothing is said questions      ids, all of them;
///   assumptions: how many; duties: whether there are any

#include <nlohmann/json.hpp>

#include <kouan/error.hpp>
#include "judge/judgement.hpp"

namespace kouan::cases {

/// Reports to the running test.
void check(const Result<Judgement>& judged, const nlohmann::json& want);

}  // namespace kouan::cases
