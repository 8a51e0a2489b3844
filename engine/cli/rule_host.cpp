#include "cli/rule_host.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/plugins_linked.hpp"
#include "cli/version.hpp"

namespace kouan::cli {

Host this_program() {
  Host host;
  host.version = version_text();
  for (const kouan_plugin* const plugin : linked_plugins()) {
    host.plugins.emplace(plugin->id, plugin->version);
  }
  return host;
}

std::string trusted_keys_folder() {
  const char* const xdg = std::getenv("XDG_CONFIG_HOME");
  if (xdg != nullptr && *xdg == '/') return std::string(xdg) + "/kouan/trusted-keys";
  const char* const home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return std::string(home) + "/.config/kouan/trusted-keys";
}

Result<std::vector<PublicKey>> trusted_keys() {
  namespace fs = std::filesystem;
  const std::string folder = trusted_keys_folder();
  std::error_code problem;
  std::vector<PublicKey> keys;
  if (folder.empty() || !fs::exists(folder, problem)) return keys;
  std::vector<std::string> files;
  for (auto at = fs::directory_iterator(folder, problem);
       !problem && at != fs::directory_iterator(); at.increment(problem)) {
    if (at->path().extension() == ".pub") files.push_back(at->path().string());
  }
  if (problem) {
    return fail(ErrorCode::io, "expected a folder that can be read, found: " + problem.message(),
                {folder, {}, 0, 0, 0});
  }
  std::ranges::sort(files);
  for (const std::string& file : files) {
    KOUAN_TRY(const PublicKey key, PublicKey::load(file));
    keys.push_back(key);
  }
  return keys;
}

}  // namespace kouan::cli
