#pragma once

/// \file
/// What a file is, from its first bytes and never from its name.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kouan::input {

enum class Codec : std::uint8_t { none, gzip, zstd };

enum class Format : std::uint8_t {
  empty,         // no bytes, or blanks only
  ndjson,        // a line is a record, whatever it holds
  json_array,    // the elements of a top-level array are the records
  concatenated,  // JSON documents one after another; also a single one over many lines
  csv,           // any other text; a row without delimiters has one cell
  utf16,         // by its byte order mark: decode, then sniff again
  binary,        // a gap
};

inline constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

/// By magic bytes; `head` holds the first bytes on disk, six are enough.
Codec sniff_codec(std::string_view head);

/// By the first limits::sniff_bytes after decoding; `whole`: the file has no more.
///
/// NDJSON is what has at least half of its non-blank lines whole objects or arrays, or all of them
/// whole JSON values; a last line that `head` may have cut does not count. A single line that is an
/// array is json_array, as it would be if it were longer than `head`.
Format sniff_format(std::string_view head, bool whole);

/// The format that `--input-format` names; nothing if it names none. "json" forces an array or
/// concatenated documents, whichever the first character says.
std::optional<Format> format_named(std::string_view name, std::string_view head);

/// Whether `text` looks like one whole JSON value, blanks around it aside: brackets and quotes fit,
/// a scalar is a literal or made of a number's characters. Never false for valid JSON.
bool looks_like_whole_value(std::string_view text);

/// `text` without a UTF-8 byte order mark.
std::string_view without_bom(std::string_view text);

}  // namespace kouan::input
