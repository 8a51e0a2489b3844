// The floors of ARCHITECTURE.md: a file includes only from floors below its own, and each
// third-party library has one home.

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

const std::map<std::string, int> floors = {
    {"text", 1},    {"hash", 1},   {"json", 2},     {"match", 2}, {"plugin", 2},
    {"config", 2},  {"input", 3},  {"pack", 3},     {"tally", 3}, {"state", 4},
    {"ruleset", 4}, {"sheet", 4},  {"official", 5}, {"scan", 5},  {"judge", 5},
    {"ledger", 5},  {"report", 6}, {"trial", 6},    {"cli", 8}};
constexpr int floor_of_engine = 7;  // files directly in engine/

// Header of a library -> the folders of engine/ that may include it.
const std::vector<std::pair<std::regex, std::set<std::string>>> homes = {
    {std::regex("^simdjson"), {"json"}},
    {std::regex("^re2/"), {"match"}},
    {std::regex("^boost/"), {"plugin"}},
    {std::regex("^yaml-cpp/|^valijson/|^nlohmann/"), {"config"}},
    {std::regex("^zlib\\.h|^zstd"), {"input"}},
    {std::regex("^unicode/"), {"input", "text"}},
    {std::regex("^sodium|^xxhash|^openssl/"), {"hash"}},
    {std::regex("^zip\\.h|^expat\\.h"), {"sheet"}},
    {std::regex("^CLI/|^spdlog/"), {"cli"}},
};

struct Include {
  fs::path file;
  std::string folder;  // of engine/; "" for files directly in it
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes() {
  const fs::path engine = fs::path(KOUAN_SOURCE_DIR) / "engine";
  const std::regex pattern(R"re(^\s*#include\s+(["<])([^">]+)[">])re");
  std::vector<Include> all;
  for (const auto& entry : fs::recursive_directory_iterator(engine)) {
    if (!entry.is_regular_file()) continue;
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp" && extension != ".h") continue;
    const fs::path relative = fs::relative(entry.path(), engine);
    const std::string folder =
        std::distance(relative.begin(), relative.end()) > 1 ? relative.begin()->string() : "";
    std::ifstream file(entry.path());
    std::smatch found;
    for (std::string line; std::getline(file, line);) {
      if (std::regex_search(line, found, pattern)) {
        all.push_back({relative, folder, found[2], found[1] == "\""});
      }
    }
  }
  return all;
}

int floor_of(const std::string& folder) {
  if (folder.empty()) return floor_of_engine;
  if (folder == "include") return 0;
  const auto found = floors.find(folder);
  return found == floors.end() ? -1 : found->second;
}

}  // namespace

TEST_CASE("a folder of engine/ includes only from lower floors", "[tidy]") {
  const auto all = includes();
  REQUIRE(all.size() > 100);
  for (const auto& one : all) {
    CAPTURE(one.file.string(), one.target);
    const int own = floor_of(one.folder);
    REQUIRE(own >= 0);  // a folder without a floor is a folder that nobody placed
    if (!one.quoted || one.folder == "include") continue;
    const auto slash = one.target.find('/');
    const std::string target = slash == std::string::npos ? "" : one.target.substr(0, slash);
    if (target == one.folder) continue;
    const int other = floor_of(target);
    REQUIRE(other >= 0);
    CHECK(other < own);
  }
}

TEST_CASE("each third-party library is included in its own folder only", "[tidy]") {
  for (const auto& one : includes()) {
    if (one.quoted) continue;
    for (const auto& [pattern, folders] : homes) {
      if (!std::regex_search(one.target, pattern)) continue;
      CAPTURE(one.file.string(), one.target);
      CHECK(folders.count(one.folder) == 1);
    }
  }
}

TEST_CASE("public headers need nothing but the standard library and tl/expected.hpp", "[tidy]") {
  const std::regex allowed(R"(^(kouan/|tl/expected\.hpp$|[a-z_]+$|std[a-z]+\.h$))");
  for (const auto& one : includes()) {
    if (one.folder != "include") continue;
    CAPTURE(one.file.string(), one.target);
    CHECK(std::regex_search(one.target, allowed));
  }
}
