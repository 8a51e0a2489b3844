#include "plugin/plugin_library.hpp"

#include <system_error>
#include <utility>

// std::filesystem instead of Boost.Filesystem: Boost.DLL then needs no Boost library at link time.
#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>

namespace kouan {

PluginLibrary::PluginLibrary(std::shared_ptr<void> library, const kouan_plugin* api)
    : library_(std::move(library)), api_(api) {}

Result<PluginLibrary> PluginLibrary::open(const std::filesystem::path& file) {
  namespace dll = boost::dll;
  Origin where;
  where.file = file.string();
  auto library = std::make_shared<dll::shared_library>();
  std::error_code problem;
  library->load(file, problem, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  if (problem) {
    return fail(ErrorCode::invalid_plugin,
                "expected a shared library, found one that cannot be loaded: " + problem.message(),
                where);
  }
  if (!library->has("kouan_plugin_entry")) {
    return fail(ErrorCode::invalid_plugin,
                "expected the symbol kouan_plugin_entry, found a library without it", where);
  }
  const kouan_plugin* entry = library->get<const kouan_plugin*()>("kouan_plugin_entry")();
  KOUAN_TRY(const kouan_plugin* api, check_plugin(entry, where.file));
  return PluginLibrary(std::move(library), api);
}

}  // namespace kouan
