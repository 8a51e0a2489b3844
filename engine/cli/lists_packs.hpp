#pragma once

/// \file
/// `lists pack` and `lists verify`: rules in one file that shows every changed byte.

#include "cli/session.hpp"

namespace kouan::cli {

void add_list_packs(CLI::App& lists, Session& session);

}  // namespace kouan::cli
