#pragma once

/// \file
/// `lists diff A B`: what B changes against A, in words. 0: a difference is no finding. With
/// --state: 1 when some states could not be judged, 2 when none could.

#include "cli/session.hpp"

namespace kouan::cli {

void add_lists_diff(CLI::App& lists, Session& session);

}  // namespace kouan::cli
