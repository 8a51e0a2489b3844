#pragma once

/// \file
/// `lists diff A B`: what B changes against A, in words. Always 0: a difference is no finding.

#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"

namespace kouan::cli {

/// `given`: two lists, by id or file.
Result<int> diff_lists(const Session& session, const std::vector<std::string>& given);

}  // namespace kouan::cli
