#pragma once

/// \file
/// What stands between the quotes of a JSON string.

#include <string>
#include <string_view>

namespace kouan {

/// Writes the text that `raw` (between the quotes) means into `text`, replacing its content. A lone
/// surrogate becomes U+FFFD. False: `raw` holds an escape that JSON does not know.
bool unescape_json(std::string_view raw, std::string& text);

/// Whether unescape_json() would succeed, without doing it.
bool escapes_are_valid(std::string_view raw);

}  // namespace kouan
