#pragma once

/// \file
/// Why something was not read. A gap carries one of these words, or one and what the system said of
/// it: "unreadable_file: Permission denied". Every word has texts in report/ and in `explain`.

#include <array>
#include <string_view>

namespace kouan::gap_reason {

// A record, or a place between two.
inline constexpr std::string_view malformed = "malformed";  // brackets or quotes do not fit
inline constexpr std::string_view malformed_record = "malformed_record";  // not JSON
inline constexpr std::string_view invalid_utf8 = "invalid_utf8";
inline constexpr std::string_view too_deep = "too_deep";        // over depth_max
inline constexpr std::string_view nested_json = "nested_json";  // in a string, over the limits
inline constexpr std::string_view record_too_large = "record_too_large";  // over record_bytes_max
inline constexpr std::string_view ragged = "ragged";                      // the row is delivered
inline constexpr std::string_view invalid_encoding = "invalid_encoding";  // the row is not
inline constexpr std::string_view unclosed_quote = "unclosed_quote";

// A file, or the rest of one.
inline constexpr std::string_view truncated = "truncated";  // the file ends inside a record
inline constexpr std::string_view unreadable_rest = "unreadable_rest";
inline constexpr std::string_view unreadable_file = "unreadable_file";
inline constexpr std::string_view file_shrank = "file_shrank";  // while it was being read
inline constexpr std::string_view records_at_not_found = "records_at_not_found";
inline constexpr std::string_view not_a_known_format = "not_a_known_format";
inline constexpr std::string_view interrupted = "interrupted";      // somebody stopped the scan
inline constexpr std::string_view missing_range = "missing_range";  // no part holds this range
inline constexpr std::string_view link = "link";                    // not followed
inline constexpr std::string_view not_a_regular_file = "not a regular file";
inline constexpr std::string_view directory_too_deep = "directory too deep";

// The whole scan.
inline constexpr std::string_view field_sets_coarsened = "field_sets_coarsened";
inline constexpr std::string_view paths_full = "paths_full";
inline constexpr std::string_view plugin_fault = "plugin_fault";

inline constexpr std::array all = {
    malformed,
    malformed_record,
    invalid_utf8,
    too_deep,
    nested_json,
    record_too_large,
    ragged,
    invalid_encoding,
    unclosed_quote,
    truncated,
    unreadable_rest,
    unreadable_file,
    file_shrank,
    records_at_not_found,
    not_a_known_format,
    interrupted,
    missing_range,
    link,
    not_a_regular_file,
    directory_too_deep,
    field_sets_coarsened,
    paths_full,
    plugin_fault,
};

}  // namespace kouan::gap_reason
