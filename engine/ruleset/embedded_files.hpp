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

}  // namespace kouan
