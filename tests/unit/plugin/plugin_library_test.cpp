#include "plugin/plugin_library.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

TEST_CASE("a file that does not exist is refused by its name", "[plugin][error]") {
  const auto opened = PluginLibrary::open("no/such/plugin.so");
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().code == ErrorCode::invalid_plugin);
  CHECK(opened.error().origin.file == "no/such/plugin.so");
}

TEST_CASE("a file that is not a library is refused", "[plugin][error]") {
  const auto file = std::filesystem::temp_directory_path() / "kouan_not_a_library.so";
  std::ofstream(file) << "not a library";
  const auto opened = PluginLibrary::open(file);
  std::filesystem::remove(file);
  REQUIRE_FALSE(opened.has_value());
  CHECK_THAT(opened.error().message, Catch::Matchers::Contains("cannot be loaded"));
}

TEST_CASE("a library without the entry symbol is refused", "[plugin][error]") {
  const auto opened = PluginLibrary::open("libm.so.6");
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().code == ErrorCode::invalid_plugin);
}

}  // namespace
}  // namespace kouan
