#pragma once

/// \file
/// Reading the committed samples back in the plainest way, for recounting.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace samples_test {

using Json = nlohmann::json;

/// The bytes of a file under samples/ of this source tree. Fails the test if there is none.
std::string committed(const std::string& path);

struct Ndjson {
  std::vector<Json> records;
  std::size_t broken = 0;
};
Ndjson parse_lines(std::string_view bytes);

/// Rows as header name to value.
std::vector<std::map<std::string, std::string>> parse_csv(std::string_view bytes);

std::string from_gb18030(std::string_view bytes);
std::string gunzip(std::string_view bytes);

/// Full-width ASCII back to plain.
std::string narrow(std::string_view text);

}  // namespace samples_test
