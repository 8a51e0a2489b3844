#include "cli/plugins_linked.hpp"

#include <array>

#include <pii/pii.hpp>

namespace kouan::cli {

std::span<const kouan_plugin* const> linked_plugins() {
  static const std::array<const kouan_plugin*, 1> plugins = {kouan_pii_plugin()};
  return plugins;
}

}  // namespace kouan::cli
