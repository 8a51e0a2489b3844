#pragma once

/// \file
/// The sentences that refuse a pack, in Chinese: what was expected, what was found.

#include <string>
#include <string_view>

namespace kouan::pack {

/// Of a message of read_ustar(), open_pack() or of a missing signature; a part that is not known
/// stays as it is. What stands in quotes, and numbers, are taken over. [any thread]
std::string refusal_in_chinese(std::string_view message);

}  // namespace kouan::pack
