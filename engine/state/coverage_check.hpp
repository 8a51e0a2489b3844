#pragma once

/// \file
/// Do parts of a scan fit together? What two of them read twice, and what none of them read.

#include <optional>
#include <string>
#include <vector>

#include "state/coverage.hpp"

namespace kouan {

/// A file that both read in part or whole: the same 4 MiB block of the same path, or a path whose
/// blocks are not known. nullopt: nothing was read twice. [any thread]
std::optional<std::string> overlap(const Coverage& a, const Coverage& b);

/// Holes between the blocks that were read of a file, as gaps "missing_range". What is missing at
/// the end of a file cannot be seen here. [any thread]
std::vector<Gap> missing_ranges(const Coverage& coverage);

}  // namespace kouan
