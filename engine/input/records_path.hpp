#pragma once

/// \file
/// Where the records of a JSON document are: `$[*]`, `$.data[*]`, `$.a.b[*]`.

#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

namespace kouan::input {

struct RecordsPath {
  std::vector<std::string> keys;  // from the top; none: the document itself is the array
};

/// Error: invalid_usage, for what is not `$`, then `.key`s, then `[*]`.
Result<RecordsPath> parse_records_path(std::string_view text);

}  // namespace kouan::input
