// The commands of pages in docs/, run as they stand there. After a change that is meant, run once
// with KOUAN_UPDATE_EXPECTED=1 and read the difference.

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "e2e/program.hpp"

namespace kouan::e2e {
namespace {

/// What the script prints in the folder, `kouan` being the program.
std::string printed(const std::string& script, const Folder& folder) {
  return shell("kouan() { \"$KOUAN\" \"$@\"; }\n" + script, folder.path()).out;
}

/// The page with what its commands print today: the blocks `sh` prepare, in the blocks `console`
/// the output of every line that begins with "$ " follows it.
std::string page_of_today(const std::string& page, const Folder& folder, std::size_t& commands) {
  std::string today, script, block;
  for (const std::string& line : lines_of(page)) {
    const bool command = block == "```console" && line.starts_with("$ ");
    if (block.empty()) {
      if (line.starts_with("```")) block = line;
    } else if (line == "```") {
      if (block == "```sh") printed(script, folder);
      script.clear();
      block.clear();
    } else if (block == "```sh") {
      script += line + "\n";
    } else if (!command) {
      continue;  // printed anew
    }
    today += line + "\n";
    if (!command) continue;
    ++commands;
    today += printed(line.substr(2), folder);
  }
  return today;
}

}  // namespace

TEST_CASE("pages print what the program prints", "[e2e][docs]") {
  struct Page {
    const char* name;
    std::size_t commands;
  };
  const auto page = GENERATE(values<Page>({{"what-if.md", 10}, {"detection.md", 5}}));
  CAPTURE(page.name);
  const Folder folder;
  const std::string file = std::string(KOUAN_SOURCE_DIR) + "/docs/" + page.name;
  REQUIRE(
      shell("cp -r '" + std::string(KOUAN_SOURCE_DIR) + "/samples' .", folder.path()).exit_code ==
      0);
  const std::string text = read_file(file);
  std::size_t commands = 0;
  const std::string today = page_of_today(text, folder, commands);
  CHECK(commands == page.commands);
  const char* const wanted = std::getenv("KOUAN_UPDATE_EXPECTED");
  if (wanted != nullptr && wanted == std::string("1")) {
    std::ofstream(file) << today;
    return;
  }
  CHECK(today == text);
}

}  // namespace kouan::e2e
