// Rule files, maps and tables that are hostile or broken: a sentence with its place in both
// languages, code 2, and nothing half-loaded.

#include <catch2/catch.hpp>

#include <functional>

#include "cli/program.hpp"

using kouan::test::Ended;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::TemporaryFolder;

namespace {

const std::string official = std::string(KOUAN_SOURCE_DIR) + "/tests/official/";

/// Each level names the one above ten times: a parser that resolved it would hold 10^9 nodes.
std::string anchor_bomb() {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 10; ++level) {
    const std::string name = "a" + std::to_string(level);
    const std::string above = "*a" + std::to_string(level - 1);
    text += name + ": &" + name + " [" + above;
    for (int i = 1; i < 10; ++i) text += ", " + above;
    text += "]\n";
  }
  return text;
}

std::string changed(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return std::string(text).replace(at, from.size(), to);
}

/// The same trouble in any YAML file that the program reads.
struct Trouble {
  const char* note;
  std::function<std::string(const std::string&)> spoil;
  std::string place;  // behind the name of the file
  const char* en;
  const char* zh;
};

std::vector<Trouble> troubles(const std::string& key_twice) {
  return {
      {"an anchor bomb", [](const std::string&) { return anchor_bomb(); }, ":1:5",
       "expected no anchors", "不应有锚点"},
      {"a key twice", [=](const std::string& text) { return text + "\n" + key_twice + ": x\n"; },
       ":", "expected each key once", "每个键应只出现一次"},
      {"a tab", [](const std::string& text) { return "# \xE7\x94\xB2\n\t" + text; }, ":2:1",
       "found a tab", "实为制表符"},
      {"text in GBK", [](const std::string& text) { return "# \xC7\xE5\xB5\xA5\n" + text; }, ":1:3",
       "expected UTF-8", "应为 UTF-8"},
      {"50 MB",
       [](const std::string& text) { return text + std::string(std::size_t{50} << 20, '#'); }, ": ",
       "expected at most 8388608 bytes", "应不超过 8388608 字节"},
      {"deeper than the limit",
       [](const std::string&) { return std::string(10'000, '[') + std::string(10'000, ']'); },
       ":1:65", "expected at most 64 levels", "层级应不超过 64 层"},
      {"no YAML", [](const std::string&) { return std::string("a: [1,\n"); }, ":2:1",
       "expected YAML", "应为 YAML"},
      {"nothing at all", [](const std::string&) { return std::string(); }, ":",
       "expected a map, found nothing", "应为映射，实为空"},
      {"a key that is not known", [](const std::string& text) { return text + "\nnope: 1\n"; }, ":",
       "expected one of the keys", "应为下列键之一"},
  };
}

void refused(const std::vector<std::string>& command, const Trouble& trouble,
             const std::string& file) {
  CAPTURE(trouble.note, file);
  for (const char* const language : {"en", "zh"}) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"--lang", language});
    const Ended ended = run(words);
    CHECK(ended.exit_code == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.size() < 2'000);
    CHECK_THAT(ended.err, Catch::Contains(file + trouble.place) &&
                              Catch::Contains(language[0] == 'e' ? trouble.en : trouble.zh));
  }
}

}  // namespace

TEST_CASE("a bad list is refused as a whole", "[lists][error]") {
  const TemporaryFolder folder;
  const std::string sound = read_file(official + "list.yaml");
  for (const Trouble& trouble : troubles("id")) {
    const std::string file = folder.write("bad.yaml", trouble.spoil(sound));
    refused({"lists", "lint", file}, trouble, file);
    refused({"lists", "lint", official + "list.yaml", file}, trouble, file);
    refused({"lists", "export", file, "-o", folder.path("t.csv")}, trouble, file);
    CHECK_FALSE(std::filesystem::exists(folder.path("t.csv")));
  }
}

TEST_CASE("a bad map is refused as a whole", "[lists][error]") {
  const TemporaryFolder folder;
  const std::string sound = read_file(official + "map.yaml");
  for (const Trouble& trouble : troubles("entry_prefix")) {
    const std::string file = folder.write("map.yaml", trouble.spoil(sound));
    refused({"lists", "import", official + "table.csv", "--map", file, "-o", folder.path("l.yaml")},
            trouble, file);
    CHECK_FALSE(std::filesystem::exists(folder.path("l.yaml")));
  }
}

TEST_CASE("a bad table is refused as a whole", "[lists][error]") {
  const TemporaryFolder folder;
  const std::string sound = read_file(official + "table.csv");
  const Trouble cases[] = {
      {"50 MB",
       [](const std::string& text) { return text + std::string(std::size_t{50} << 20, '\n'); },
       ": ", "expected at most 16777216 bytes", "应不超过 16777216 字节"},
      {"more rows than the limit",
       [](const std::string& text) { return text + std::string(70'000, '\n') + "x\n"; }, ":65573:1",
       "expected at most 65536 rows", "应不超过 65536 行"},
      {"bytes of no encoding",
       [](const std::string& text) { return changed(text, "样例备注", "\xFF\xFE\xFF"); }, ":",
       "found bytes that are neither", "应为 UTF-8 或 GB18030 文字"},
      {"a formula", [](const std::string& text) { return changed(text, "样例备注", "=CMD()"); },
       ":5:30: ", "expected text, found a formula", "应为文字，实为公式"},
      {"an old office file", [](const std::string&) { return std::string("\xD0\xCF\x11\xE0...."); },
       ": ", "save it as xlsx", "请另存为 xlsx"},
      {"a broken xlsx", [](const std::string&) { return std::string("PK\x03\x04 and no more"); },
       ": ", "found a broken zip file", "实为损坏的 zip 文件"},
      {"nothing", [](const std::string&) { return std::string(); },
       ":1:1: ", "expected a row with the heading", "应有含列标题"},
  };
  for (const Trouble& trouble : cases) {
    const std::string file = folder.write("table.csv", trouble.spoil(sound));
    refused({"lists", "import", file, "--map", official + "map.yaml", "-o", folder.path("l.yaml")},
            trouble, file);
    CHECK_FALSE(std::filesystem::exists(folder.path("l.yaml")));
  }
}

TEST_CASE("lists that lead back to themselves are refused with their place", "[lists][error]") {
  const TemporaryFolder folder;
  const std::string sound = read_file(official + "list.yaml");
  const std::string own =
      folder.write("own.yaml", "carries_over: [\"sample/2099#retail\"]\n" + sound);
  refused({"lists", "lint", own},
          {"carries_over", {}, ":1:16", "which takes over from itself", "最终引回自身"}, own);
  const std::string replaced = folder.write("replaced.yaml", "replaces: sample/2099\n" + sound);
  refused({"lists", "lint", replaced},
          {"replaces", {}, ":1:11", "which leads back to sample/2099", "最终引回 sample/2099"},
          replaced);
}
