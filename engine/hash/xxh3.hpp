#pragma once

/// \file
/// XXH3-64 inlined, for the one place that hashes every value of a scan; elsewhere digest.hpp.
/// The same figures as xxh3_64(). [any thread]

#include <cstdint>
#include <string_view>

#include <kouan/inline.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kouan {

/// Most values are short: up to 16 bytes without a call.
KOUAN_ALWAYS_INLINE std::uint64_t hash_of_value(std::string_view bytes) {
  if (bytes.size() <= 16) [[likely]]
    return XXH3_len_0to16_64b(reinterpret_cast<const xxh_u8*>(bytes.data()), bytes.size(),
                              XXH3_kSecret, 0);
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace kouan
