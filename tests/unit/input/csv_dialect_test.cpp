#include "input/csv_dialect.hpp"

#include <catch2/catch.hpp>

using namespace kouan::input;

namespace {

std::vector<std::string> split(std::string_view row, char delimiter) {
  std::string scratch;
  scratch.reserve(row.size());
  std::vector<std::string_view> cells;
  split_row(row, delimiter, scratch, cells);
  return {cells.begin(), cells.end()};
}

}  // namespace

TEST_CASE("a row is cut at its delimiters", "[csv_dialect]") {
  struct Case {
    const char* note;
    std::string row;
    char delimiter;
    std::vector<std::string> want;
  };
  const std::vector<Case> cases = {
      {"plain", "a,b,c", ',', {"a", "b", "c"}},
      {"empty cells", ",,", ',', {"", "", ""}},
      {"one cell", "abc", ',', {"abc"}},
      {"quoted", "\"a,b\",c", ',', {"a,b", "c"}},
      {"doubled quotes", "\"a\"\"b\"\"\",\"\"\"\"", ',', {"a\"b\"", "\""}},
      {"an empty quoted cell", "\"\",x", ',', {"", "x"}},
      {"a line break in quotes", "\"a\nb\",c", ',', {"a\nb", "c"}},
      {"a quote inside a cell", "5\" pipe,x", ',', {"5\" pipe", "x"}},
      {"text behind a quote", "\"a\"b,c", ',', {"ab", "c"}},
      {"an open quote", "\"a,b", ',', {"a,b"}},
      {"tabs", "a\tb,c", '\t', {"a", "b,c"}},
      {"no delimiter", "a,b", '\0', {"a,b"}},
      {"no delimiter, quoted", "\"a\"\"b\"", '\0', {"a\"b"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(split(c.row, c.delimiter) == c.want);
  }
}

TEST_CASE("the delimiter is the one on which most rows agree", "[csv_dialect]") {
  struct Case {
    const char* note;
    std::string head;
    char delimiter;
    char line_end;
  };
  const std::vector<Case> cases = {
      {"commas", "a,b\n1,2\n", ',', '\n'},
      {"semicolons with decimal commas", "a;b;c\n1,5;2,5;3\n1;2;3,5\n", ';', '\n'},
      {"tabs", "a\tb\n1\t2\n", '\t', '\n'},
      {"bars", "a|b|c\n1|2|3\n", '|', '\n'},
      {"delimiters in quotes", "a|b\n\"x,y\"|\"z,w\"\n\"u,v\"|1\n", '|', '\n'},
      {"CR LF", "a,b\r\n1,2\r\n", ',', '\n'},
      {"CR only", "a,b\r1,2\r", ',', '\r'},
      {"one column", "name\nx\ny\n", '\0', '\n'},
      {"half of the rows agree", "a,b\nx\n", ',', '\n'},
      {"a log", "one\ntwo, three\nfour\nfive\nsix\n", '\0', '\n'},
      {"nothing", "", '\0', '\n'},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const CsvDialect dialect = sniff_dialect(c.head, true);
    CHECK(static_cast<int>(dialect.delimiter) == static_cast<int>(c.delimiter));
    CHECK(static_cast<int>(dialect.line_end) == static_cast<int>(c.line_end));
  }
}

TEST_CASE("a cut last row does not speak for a delimiter", "[csv_dialect]") {
  CHECK(sniff_dialect("a,b;c\n1,2;3\n4;5;6;7", false).delimiter == ',');
}

TEST_CASE("a first row of values is no header", "[csv_dialect]") {
  struct Case {
    const char* note;
    std::vector<std::string_view> cells;
    bool want;
  };
  const std::vector<Case> cases = {
      {"names", {"name", "age"}, true},
      {"Chinese names", {"姓名", "手机号"}, true},
      {"five digits in a row", {"zip12345", "x"}, true},
      {"six digits in a row", {"x", "123456"}, false},
      {"an address", {"x", "a@example.org"}, false},
      {"an unnamed index", {"", "name", "age"}, true},
      {"half are numbers", {"x", "12"}, false},
      {"fewer are numbers", {"x", "y", "2023"}, true},
      {"a date", {"2024-01-31"}, false},
      {"all empty", {"", ""}, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(is_header(c.cells) == c.want);
  }
}

TEST_CASE("column names are distinct and never empty", "[csv_dialect]") {
  const std::vector<std::string_view> cells = {"a", "a", "", "a_2", "a", "column_3"};
  CHECK(column_names(cells) ==
        std::vector<std::string>{"a", "a_3", "column_3_2", "a_2", "a_4", "column_3"});
  CHECK(positional_name(0) == "column_1");
}

TEST_CASE("a head that is not strictly UTF-8 is GB18030", "[csv_dialect]") {
  CHECK(sniff_encoding("name") == Encoding::utf8);
  CHECK(sniff_encoding("姓名") == Encoding::utf8);
  CHECK(sniff_encoding("姓\xE5\x90") == Encoding::utf8);
  CHECK(sniff_encoding("\xD0\xD5\xC3\xFB") == Encoding::gb18030);
}

TEST_CASE("a row ends at a line end outside quotes", "[csv_dialect]") {
  bool open_quote = false;
  CHECK(row_end("a,b\nc", 0, {',', '\n'}, open_quote) == 3);
  CHECK(row_end("\"a\nb\",c\nd", 0, {',', '\n'}, open_quote) == 7);
  CHECK(row_end("a,\"\"\"\n\"\nd", 0, {',', '\n'}, open_quote) == 7);
  CHECK(row_end("5\" x\nd", 0, {',', '\n'}, open_quote) == 4);
  CHECK_FALSE(open_quote);
  CHECK(row_end("\"a\nb", 0, {',', '\n'}, open_quote) == std::string_view::npos);
  CHECK(open_quote);
  CHECK(row_end("abc", 0, {',', '\n'}, open_quote) == std::string_view::npos);
  CHECK_FALSE(open_quote);
}
