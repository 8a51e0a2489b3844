#pragma once

/// \file
/// The files under rules/ as they stand in the program; the definition is made by the build.

#include <span>
#include <string_view>

namespace kouan {

struct EmbeddedFile {
  std::string_view name;  // below rules/, with '/'
  std::string_view content;
  std::string_view tree;  // packed YAML (config/yaml_pack.hpp); empty: no YAML file
};

/// Sorted by name; lives as long as the program.
std::span<const EmbeddedFile> embedded_files();

/// Does a scan depend on the file of that name? It does not on lists, policy and schemas.
inline bool decides_scan(std::string_view name) {
  return name == "concepts.yaml" || name.starts_with("lexicon/") || name.starts_with("detectors/");
}

/// Cases try the rules out and are no part of them.
inline bool holds_cases(std::string_view name) {
  return name.ends_with(".cases.yaml") || name.ends_with(".cases.yml");
}

/// parts_digest of the contents: of all files that are rules, and of those that decide a scan.
struct EmbeddedDigests {
  std::string_view all, scan;
};
EmbeddedDigests embedded_digests();

}  // namespace kouan
