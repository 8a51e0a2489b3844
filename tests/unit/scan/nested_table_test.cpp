#include "scan/nested_table.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

/// "a|b / 1|2", or nothing.
std::string read(const std::string& text) {
  NestedTable table;
  if (!table.read(text)) return "";
  std::string out;
  for (const std::string& name : table.header()) out += (out.empty() ? "" : "|") + name;
  for (const NestedTable::Row& row : table.rows()) {
    out += " /";
    for (const std::string_view cell : row.cells) out += " " + std::string(cell);
  }
  return out;
}

}  // namespace

TEST_CASE("a header and rows as wide as it are a table", "[table]") {
  struct Case {
    const char* text;
    const char* says;
    const char* note;
  };
  const auto c = GENERATE(values<Case>({
      {"name,phone\nAn,1\nBo,2", "name|phone / An 1 / Bo 2", "commas"},
      {"姓名;电话\n甲;1\n", "姓名|电话 / 甲 1", "semicolons, a line end"},
      {"name\tphone\r\nAn\t1\r\n", "name|phone / An 1", "tabs, CR LF"},
      {"name,phone\n\nAn,1\n\n", "name|phone / An 1", "blank lines"},
      {"name,words\n\"a, b\",\"say \"\"x\"\"\"\nc,\"\"\"y\"\"\"",
       "name|words / a, b say \"x\" / c \"y\"", "quotes"},
  }));
  CAPTURE(c.note);
  CHECK(read(c.text) == c.says);
}

TEST_CASE("prose is no table", "[table]") {
  struct Case {
    const char* text;
    const char* note;
  };
  const auto c = GENERATE(values<Case>({
      {"name,phone", "a header alone"},
      {"name\nAn\nBo", "one column"},
      {"name,phone\nAn,1,2\n", "a row that is wider"},
      {"name,phone\nAn\n", "a row that is narrower"},
      {"Dear all, the parcel that was sent on Monday has come back,\nso, what now\n", "a letter"},
      {"13800138000,13900139000\n13700137000,13600136000", "figures, no header"},
      {"name,phone\n\"An,1\n", "an open quote"},
      {"", "nothing"},
      {"\n,\n,\n", "no names"},
  }));
  CAPTURE(c.note);
  CHECK(read(c.text).empty());
}

}  // namespace kouan
