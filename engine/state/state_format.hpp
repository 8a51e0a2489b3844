#pragma once

/// \file
/// What writer and reader of state files agree on; docs/state-format.md says it in full.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <kouan/limits.hpp>

namespace kouan::state_format {

/// Not text, and damaged by whatever changes line ends.
inline constexpr std::string_view magic{"\x89KOUAN\r\n", 8};
inline constexpr std::uint32_t version = 4;

/// The sections of a file: each once, in this order, numbered from 1.
enum class Section : std::uint32_t {
  header = 1,
  tags,
  paths,
  bits,
  sets,
  groups,
  classes,
  rows,
  anonymous,
  notes,
  coverage,
};

inline constexpr std::array<std::string_view, 12> section_names = {
    "",       "header",  "tags", "paths",     "bits",  "sets",
    "groups", "classes", "rows", "anonymous", "notes", "coverage",
};
constexpr std::string_view name_of(Section section) {
  return section_names[static_cast<std::size_t>(section)];
}

inline constexpr std::size_t section_head_bytes = 12;  // number (4) and length (8)
inline constexpr std::size_t checksum_bytes = 16;
inline constexpr std::size_t node_bytes = 12;

// Limits of the reader: what is longer is refused, not cut.
inline constexpr std::uint64_t section_bytes_max = std::uint64_t{1} << 40U;
inline constexpr std::uint64_t text_bytes_max = limits::record_bytes_max;
inline constexpr std::uint32_t tags_max = 0xFFFF;
inline constexpr std::uint32_t groups_max = 0xFFFF;
inline constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;

}  // namespace kouan::state_format
