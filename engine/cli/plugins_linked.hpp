#pragma once

/// \file
/// The plugins that are part of the program.

#include <span>

#include <kouan/plugin_api.h>

namespace kouan::cli {

/// Static storage. [any thread]
std::span<const kouan_plugin* const> linked_plugins();

}  // namespace kouan::cli
