#pragma once

/// \file
/// How text stands inside a string: the steps of a path behind '|'. [any]

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kouan {

enum class Wrapping : std::uint8_t { json, base64, hex, percent, csv };

inline constexpr std::array<std::string_view, 5> wrapping_names = {"json", "base64", "hex",
                                                                   "percent", "csv"};
inline constexpr std::size_t wrappings = wrapping_names.size();

inline std::string_view name_of(Wrapping wrapping) {
  return wrapping_names[static_cast<std::size_t>(wrapping)];
}

}  // namespace kouan
