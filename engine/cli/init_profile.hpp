#pragma once

/// \file
/// The kouan.yaml that `init` writes: every fact of a profile, explained in both languages, and
/// nothing claimed: what is not known stays unknown.

#include <string_view>

namespace kouan::cli {

/// Parses as a profile. Static storage. [any thread]
std::string_view profile_template();

}  // namespace kouan::cli
