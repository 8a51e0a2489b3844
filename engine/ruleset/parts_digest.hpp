#pragma once

/// \file
/// One digest of several texts, whatever order they come in. The build uses it too, for the digests
/// of what it compiles in.

#include <string>
#include <string_view>
#include <vector>

namespace kouan {

/// Hex SHA-256 by content, not by name: the same rules from another place are the same rules. Each
/// text stands behind its length, so that no two sets of texts give the same bytes. [any thread]
std::string parts_digest(std::vector<std::string_view> parts);

}  // namespace kouan
