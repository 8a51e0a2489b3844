#pragma once

/// \file
/// What a person says of an official table: which heading stands over what, and the facts of the
/// list that no row holds. The shape is rules/schema/map.schema.json.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "config/yaml.hpp"

namespace kouan::official {

/// What a column holds.
enum class Role : std::uint8_t {
  number,
  sector,
  activity,
  scenario,
  category,
  subcategory,
  characteristics,
  examples,
  path,
  note,
};
inline constexpr std::array<std::string_view, 10> role_names = {
    "number",      "sector",          "activity", "scenario", "category",
    "subcategory", "characteristics", "examples", "path",     "note"};

using Names = std::map<std::string, std::string, std::less<>>;  // by text without blanks

struct ImportMap {
  YamlNode list;  // `list:` as it stands; a schema has checked it
  std::string file;
  std::string sheet;                      // empty: the first one
  std::optional<std::size_t> header_row;  // from 0
  std::map<Role, std::string> columns;    // headings without blanks
  std::vector<std::string> fill_down;     // headings without blanks
  std::string entry_prefix;
  Names sectors, scenarios, kinds, mechanisms;
  std::string mechanism;  // of every row; empty: the table says
  bool complete = false;
};

/// Error: invalid_rule with file, line and column. [any thread]
Result<ImportMap> read_import_map(std::string_view yaml, const std::string& file);

}  // namespace kouan::official
