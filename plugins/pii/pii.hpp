#pragma once

/// \file
/// The built-in recognition of identifiers, linked in through the same contract as any plugin.

#include <kouan/plugin_api.h>

/// Static storage; never null. [any]
const kouan_plugin* kouan_pii_plugin();
