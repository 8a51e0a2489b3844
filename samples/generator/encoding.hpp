#pragma once

/// \file
/// The two wrappers that exports come in: GB18030 text and gzip.

#include <string>
#include <string_view>

namespace kouan::samples {

/// UTF-8 to GB18030 with the system's iconv. Throws std::runtime_error if the system has no such
/// table; the tables of this program are valid UTF-8.
std::string to_gb18030(std::string_view utf8);

/// A gzip file (RFC 1952) of stored blocks: not smaller, but the same bytes with every zlib.
std::string to_gzip(std::string_view bytes);

}  // namespace kouan::samples
