#pragma once

/// \file
/// XXH3-64 inlined, for the one place that hashes every value of a scan; elsewhere digest.hpp.
/// The same figures as xxh3_64(). [any thread]

#include <cstdint>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kouan {

inline std::uint64_t xxh3_64_inline(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace kouan
