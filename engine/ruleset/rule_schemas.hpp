#pragma once

/// \file
/// YAML text to a tree that one of the schemas under rules/schema/ has accepted.

#include <string>
#include <string_view>

#include <kouan/error.hpp>

#include "config/yaml.hpp"

namespace kouan {

struct RuleFile;

/// "list", "national", "classes", "cases", "detectors", "profile", "concepts" or "lexicon"; JSON
/// Schema, Draft 7. Empty: no such schema.
std::string_view schema_text(std::string_view name);

/// Parses and checks. Error: invalid_rule with file, line and column. [any thread]
Result<YamlNode> parse_checked(std::string_view yaml, const std::string& file,
                               std::string_view schema,
                               std::size_t bytes_max = limits::rule_file_bytes_max);

/// Checks a part of a tree that was parsed already. Error: as parse_checked(). [any thread]
Result<void> check_tree(const YamlNode& root, const std::string& file, std::string_view schema);

/// The tree of a rule file: of the user's, parsed and checked; of one that is compiled in, as the
/// build made it - tests check those against text and schema. [any thread]
Result<YamlNode> checked_tree(const RuleFile& file, std::string_view schema);

/// The bytes of a file of at most `bytes_max` bytes. Error: io or limit_exceeded.
Result<std::string> read_text_file(const std::string& path, std::size_t bytes_max);

}  // namespace kouan
