#pragma once

/// \file
/// What is true of generated data because it was made so: the numbers a check has to find.

#include <cstdint>
#include <map>
#include <string>

namespace kouan::samples {

/// Name to number, e.g. "persons" or "records members.ndjson"; sorted, so that two runs compare.
using Facts = std::map<std::string, std::uint64_t>;

inline std::string facts_json(const Facts& facts) {
  std::string json = "{\n";
  for (const auto& [name, value] : facts) {
    if (json.size() > 2) json += ",\n";
    json += "  \"" + name + "\": " + std::to_string(value);
  }
  return json + "\n}\n";
}

}  // namespace kouan::samples
