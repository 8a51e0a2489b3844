// Import and export of official tables, by the command line: tests/official holds the table, its
// map and the wanted list.

#include <catch2/catch.hpp>

#include "cli/program.hpp"

using kouan::test::Ended;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::run_program;
using kouan::test::TemporaryFolder;

namespace {

const std::string official = std::string(KOUAN_SOURCE_DIR) + "/tests/official/";

Ended import(const std::string& table, const std::string& list,
             const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"lists", "import", table, "--map", official + "map.yaml",
                                    "-o",    list};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

}  // namespace

TEST_CASE("a table becomes a list, and the list the table", "[lists]") {
  const TemporaryFolder folder;
  const std::string list = folder.path("list.yaml");
  const Ended imported = import(official + "table.csv", list, {"--lang", "en"});
  CHECK(imported.exit_code == 0);
  CHECK(imported.out.empty());
  CHECK_THAT(imported.err, Catch::Contains("60 entries, 156 fields, 35 things to do"));
  CHECK(read_file(list) == read_file(official + "list.yaml"));

  CHECK(run({"lists", "export", list, "-o", folder.path("again.csv")}).exit_code == 0);
  CHECK(read_file(folder.path("again.csv")) == read_file(official + "table.csv"));

  CHECK(run({"lists", "export", list, "-o", folder.path("again.xlsx")}).exit_code == 0);
  const Ended second = import(folder.path("again.xlsx"), folder.path("second.yaml"));
  CHECK(second.exit_code == 0);
  std::string yaml = read_file(folder.path("second.yaml"));
  const std::size_t sheet = yaml.find("  sheet: ");
  REQUIRE(sheet != std::string::npos);
  yaml.erase(sheet, yaml.find('\n', sheet) + 1 - sheet);
  CHECK(yaml == read_file(list));
}

TEST_CASE("a table in GB18030 becomes the same list", "[lists]") {
  const TemporaryFolder folder;
  const Ended converted = run_program(
      "iconv", {"-f", "UTF-8", "-t", "GB18030", "-o", folder.path("gb.csv"),
                folder.write("plain.csv", read_file(official + "table.csv").substr(3))});
  REQUIRE(converted.exit_code == 0);
  CHECK(import(folder.path("gb.csv"), folder.path("list.yaml")).exit_code == 0);
  CHECK(read_file(folder.path("list.yaml")) == read_file(official + "list.yaml"));
}

TEST_CASE("what the import leaves to do is named by lint, in both languages", "[lists]") {
  const Ended english = run({"lists", "lint", official + "list.yaml", "--lang", "en"});
  CHECK(english.exit_code == 1);
  CHECK_THAT(english.out, Catch::Contains("list.yaml:") && Catch::Contains("[open-todo]") &&
                              Catch::Contains("found another number: “20万人”") &&
                              Catch::Contains("[figure-without-bound]"));
  const Ended chinese = run({"lists", "lint", official + "list.yaml", "--lang", "zh"});
  CHECK_THAT(chinese.out, Catch::Contains("应为已确认的内容，尚待确认"));
}

TEST_CASE("data without a known example is judged open where the list has something left to do",
          "[lists]") {
  const TemporaryFolder folder;
  folder.write("data.csv", "order_number,amount\nA1,3\n");
  folder.write("kouan.yaml", "handler: {registered_in: [sample], ciio: no, persons_held: 10}\n");
  const auto judged = [&](const std::string& scenario) {
    return run({"check", folder.path("data.csv"), "--list", official + "list.yaml", "--as-of",
                "2099-06-01", "--scenario", scenario, "--lang", "en"});
  };
  const Ended open = judged("auto.scenario_1");
  CHECK(open.exit_code == 3);
  CHECK_THAT(open.out, Catch::Contains("SAMPLE99-040.category") &&
                           Catch::Contains("at most security assessment"));
  CHECK(judged("retail.orders").exit_code == 0);
}

TEST_CASE("what somebody has completed is never written over", "[lists]") {
  const TemporaryFolder folder;
  const std::string list = folder.write("list.yaml", "mine\n");
  const Ended ended = import(official + "table.csv", list, {"--lang", "en"});
  CHECK(ended.exit_code == 2);
  CHECK_THAT(ended.err, Catch::Contains("found one that is there"));
  CHECK(read_file(list) == "mine\n");
  const Ended saved = run({"lists", "export", official + "list.yaml", "-o", list});
  CHECK(saved.exit_code == 2);
  CHECK(read_file(list) == "mine\n");
  CHECK(run({"lists", "export", official + "list.yaml", "-o", folder.path("t.txt")}).exit_code ==
        2);
}

TEST_CASE("a table that cannot be read leaves no list behind, and says where, in both languages",
          "[lists][error]") {
  struct Case {
    const char* note;
    std::string from, to;
    const char* place;
    const char* en;
    const char* zh;
  };
  const auto c = GENERATE(values<Case>({
      {"a formula", "样例备注", "=1+1", "table.csv:5:30: ", "found a formula", "实为公式"},
      {"a heading that is missing, with headings again below", ",数据类别,", ",数据种类,",
       "table.csv:2:1: ", "expected the headings above this row, found them in row 41",
       "表头应在此行之上，实在第 41 行"},
      {"a row without category", "2,,,,个人信息,", "2,,,,,", "table.csv:6:1",
       "expected a category in the row of A4", "所在行应有数据类别"},
  }));
  CAPTURE(c.note);
  const TemporaryFolder folder;
  std::string text = read_file(official + "table.csv");
  const std::size_t at = text.find(c.from);
  REQUIRE(at != std::string::npos);
  text.replace(at, c.from.size(), c.to);
  const std::string table = folder.write("table.csv", text);
  const Ended english = import(table, folder.path("list.yaml"), {"--lang", "en"});
  CHECK(english.exit_code == 2);
  CHECK_THAT(english.err, Catch::Contains(c.place) && Catch::Contains(c.en));
  const Ended chinese = import(table, folder.path("list.yaml"), {"--lang", "zh"});
  CHECK(chinese.exit_code == 2);
  CHECK_THAT(chinese.err, Catch::Contains(c.place) && Catch::Contains(c.zh));
  CHECK_FALSE(std::filesystem::exists(folder.path("list.yaml")));
}

TEST_CASE("a list without a table has none to export", "[lists][error]") {
  const TemporaryFolder folder;
  const Ended ended =
      run({"lists", "export", std::string(KOUAN_SOURCE_DIR) + "/rules/lists/beijing/2024.yaml",
           "-o", folder.path("t.csv"), "--lang", "zh"});
  CHECK(ended.exit_code == 2);
  CHECK_THAT(ended.err, Catch::Contains("应为导入所得、带有表格的清单"));
  CHECK_FALSE(std::filesystem::exists(folder.path("t.csv")));
}
