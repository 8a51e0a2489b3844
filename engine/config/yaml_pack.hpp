#pragma once

/// \file
/// A YAML tree as bytes and back: the build reads the rules of the program once, so that no start
/// has to.
///
/// Bytes of a node: kind and quoted, line as a difference to the node before, column, then text or
/// children behind their number; numbers are LEB128. No file format: written by the build and read
/// by the program of the same build, which therefore checks nothing. Pure functions; any thread.

#include <string>
#include <string_view>

#include "config/yaml.hpp"

namespace kouan {

/// Of a tree as parse_yaml makes it; the same tree gives the same bytes.
std::string pack_yaml(const YamlNode& root);

/// The tree that was packed, places included. `packed` must come from pack_yaml.
YamlNode unpack_yaml(std::string_view packed);

}  // namespace kouan
