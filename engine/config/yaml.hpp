#pragma once

/// \file
/// YAML as rule files and profiles may use it: a read-only tree of maps, lists and text with the
/// place of every node.
///
/// A narrow reading on purpose. Scalars stay text: `no` is not false and the country NO is Norway.
/// Refused, each with file, line and column: anchors, aliases, tags, keys that stand twice or are
/// not text, several documents, tab characters, text that is not UTF-8, more than yaml_depth_max
/// levels, files above the given size.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>
#include <kouan/limits.hpp>

namespace kouan {

inline constexpr std::size_t yaml_depth_max = 64;  // nested maps and lists

struct YamlMember;

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;          // scalar in quotes or a block: text even if it looks like a number
  std::uint32_t line = 0;       // 1-based
  std::uint32_t column = 0;     // 1-based, in characters
  std::string text;             // of a scalar
  std::vector<YamlNode> items;  // of a list
  std::vector<YamlMember> members;  // of a map, in the order of the file

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  /// The value of that key; nullptr: no such key, or not a map.
  const YamlNode* find(std::string_view key) const;
};

struct YamlMember {
  YamlNode key;
  YamlNode value;
};

/// Where the node stands, for an Error.
Origin origin_of(const YamlNode& node, const std::string& file);
/// The file as a whole.
Origin origin_of(const std::string& file);

/// Reads one document; an empty one is a null. `file` only names it in errors.
/// Error: invalid_rule, or limit_exceeded for size and depth.
Result<YamlNode> parse_yaml(std::string_view text, const std::string& file,
                            std::size_t bytes_max = limits::rule_file_bytes_max);

}  // namespace kouan
