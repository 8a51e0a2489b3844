#pragma once

/// \file
/// The made-up table of tests/official, its map, and smaller ones.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "official/list_import.hpp"
#include "ruleset/rule_schemas.hpp"
#include "unit/ruleset/loaded_rules.hpp"

namespace kouan::official {

inline std::string official_file(const std::string& name) {
  return std::string(KOUAN_SOURCE_DIR) + "/tests/official/" + name;
}

inline std::string official_text(const std::string& name) {
  auto text = read_text_file(official_file(name), limits::table_bytes_max);
  if (!text) FAIL(name << ": " << text.error().message);
  return *std::move(text);
}

inline sheet::Table official_table() {
  auto table = sheet::read_table(official_text("table.csv"), "table.csv");
  if (!table) FAIL(table.error().message);
  return *std::move(table);
}

inline ImportMap official_map() {
  auto map = read_import_map(official_text("map.yaml"), "map.yaml");
  if (!map) FAIL(map.error().message);
  return *std::move(map);
}

inline sheet::Table table_of(const std::vector<std::vector<std::string>>& rows) {
  sheet::Table table;
  table.file = "t.csv";
  for (const auto& row : rows) {
    auto& cells = table.rows.emplace_back();
    for (const std::string& text : row) {
      cells.push_back({text, static_cast<std::uint32_t>(table.rows.size()),
                       static_cast<std::uint32_t>(cells.size() + 1)});
    }
  }
  return table;
}

}  // namespace kouan::official
