#pragma once

/// \file
/// What this program is made of.

#include <string>

namespace kouan::cli {

/// "0.1.0"
std::string version_text();

/// Compiler, libraries with versions, the kernel of the JSON parser, digest of the rules: lines.
std::string version_details();

}  // namespace kouan::cli
