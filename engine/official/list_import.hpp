#pragma once

/// \file
/// An official table as a list file, and back. The texts of the table are kept word for word; what
/// they mean is proposed beside them, and what is not sure is a `todo:`. [any thread]

#include <string>

#include "official/import_map.hpp"
#include "ruleset/rule_set.hpp"
#include "sheet/table.hpp"

namespace kouan::official {

struct ImportedList {
  std::string yaml;
  std::size_t entries = 0, fields = 0, todos = 0;
};

/// Error: invalid_rule with place. The YAML is read by read_list(), and gives the table back.
Result<ImportedList> import_list(const sheet::Table& table, const ImportMap& map,
                                 const RuleSet& rules);

/// The table that a list was imported from. Error: invalid_rule, for a list without one.
Result<sheet::Table> export_table(const YamlNode& list, const std::string& file);

}  // namespace kouan::official
