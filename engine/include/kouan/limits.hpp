#pragma once

/// \file
/// Every limit has a name, a unit and a place here; reaching one is reported, never silent.

#include <cstddef>
#include <cstdint>

namespace kouan::limits {

inline constexpr std::size_t record_bytes_max = std::size_t{64} << 20;  // bytes of one record
inline constexpr std::uint32_t depth_max = 1'024;                       // nested objects and arrays
inline constexpr std::uint32_t paths_max = 65'536;  // distinct paths of one scan
inline constexpr std::uint32_t children_max = 512;  // distinct keys of one object path, then '*'
inline constexpr std::uint32_t field_bits_max = 65'536;     // distinct (path, concept)
inline constexpr std::uint32_t field_sets_max = 1'048'576;  // distinct sets of field bits
inline constexpr std::uint32_t nested_depth_max = 4;        // text inside a string, levels
inline constexpr std::size_t nested_json_bytes_max = std::size_t{1}
                                                     << 20;  // bytes of such a string
inline constexpr std::size_t gap_offsets_max = 8;  // places named of one gap, the first ones
inline constexpr std::uint32_t samples_max = 3;    // masked samples per field
inline constexpr std::size_t row_nodes_max = 4;    // identifiers kept per person and record
inline constexpr std::size_t rule_file_bytes_max = std::size_t{8} << 20;  // one YAML file
inline constexpr std::size_t sniff_bytes =
    std::size_t{64} * 1'024;  // head of a file that decides its format
inline constexpr std::size_t digest_block_bytes = std::size_t{4} << 20;  // file digests, range grid

}  // namespace kouan::limits
