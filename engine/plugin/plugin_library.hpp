#pragma once

/// \file
/// A plugin file, and the check every plugin passes before the engine drives it, loaded or linked
/// in.

#include <filesystem>
#include <memory>
#include <string>

#include <kouan/plugin_api.h>
#include <kouan/error.hpp>

namespace kouan {

/// Returns `plugin` if the engine can drive it: a whole struct, an ABI of ours, every member set,
/// and a detector list (if it offers one) whose declarations can be relied on.
///
/// `origin` says where the plugin came from: a file, or the name of a linked-in one. Error:
/// invalid_plugin, with one sentence that names the member or the detector. [load]
Result<const kouan_plugin*> check_plugin(const kouan_plugin* plugin, const std::string& origin);

/// A plugin file, mapped for as long as this object lives: it outlives every instance and every
/// pointer that came out of it.
class PluginLibrary {
 public:
  /// Error: invalid_plugin, when the file cannot be loaded, lacks kouan_plugin_entry, or fails
  /// check_plugin(). [load]
  static Result<PluginLibrary> open(const std::filesystem::path& file);

  const kouan_plugin& api() const { return *api_; }

 private:
  PluginLibrary(std::shared_ptr<void> library, const kouan_plugin* api);

  std::shared_ptr<void> library_;  // a boost::dll::shared_library, kept out of this header
  const kouan_plugin* api_;
};

}  // namespace kouan
