#pragma once

/// \file
/// `lists import TABLE --map MAP -o LIST` and `lists export LIST -o TABLE`: official tables to list
/// files and back. 0, or an Error.

#include "cli/session.hpp"

namespace kouan::cli {

void add_list_tables(CLI::App& lists, Session& session);

}  // namespace kouan::cli
