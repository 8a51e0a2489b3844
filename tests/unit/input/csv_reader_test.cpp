#include "input/csv_reader.hpp"

#include <catch2/catch.hpp>

#include "input/gzip_stream.hpp"
#include "input_support.hpp"

using namespace input_support;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Table {
  std::vector<std::string> header;
  Rows rows;
  std::vector<std::string> gaps;
  std::vector<std::uint64_t> offsets;
  bool operator==(const Table&) const = default;
};

Table read_table(std::unique_ptr<ByteStream> stream, CsvOptions options = {}) {
  auto reader = CsvReader::open(std::move(stream), std::move(options));
  REQUIRE(reader.has_value());
  Table table;
  std::vector<std::string_view> cells;
  while (reader->next_row(cells).value()) {
    table.rows.emplace_back(cells.begin(), cells.end());
    table.offsets.push_back(reader->row_offset());
  }
  table.header = reader->header();
  table.gaps = brief(reader->gaps());
  return table;
}

}  // namespace

TEST_CASE("a table is read whatever the reads", "[csv_reader]") {
  struct Case {
    const char* note;
    std::string text;
    std::vector<std::string> header;
    Rows rows;
    std::vector<std::string> gaps;
  };
  const std::vector<std::string> ab = {"a", "b"};
  const std::vector<Case> cases = {
      {"nothing", "", {}, {}, {}},
      {"a byte order mark only", "\xEF\xBB\xBF", {}, {}, {}},
      {"one byte", "x", {"x"}, {}, {}},
      {"a header only", "a,b\n", ab, {}, {}},
      {"rows", "a,b\n1,2\n3,4\n", ab, {{"1", "2"}, {"3", "4"}}, {}},
      {"no newline at the end", "a,b\n1,2", ab, {{"1", "2"}}, {}},
      {"CR LF", "a,b\r\n1,2\r\n", ab, {{"1", "2"}}, {}},
      {"CR only", "a,b\r1,2\r3,4", ab, {{"1", "2"}, {"3", "4"}}, {}},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       ab,
       {{"1", "2"}},
       {}},
      {"blank rows", "a,b\n\n1,2\n \n\r\n3,4\n", ab, {{"1", "2"}, {"3", "4"}}, {}},
      {"a quoted line break", "a,b\n\"x\r\ny\",2\n", ab, {{"x\r\ny", "2"}}, {}},
      {"doubled quotes", "a,b\n\"x\"\"y\",\"\"\n", ab, {{"x\"y", ""}}, {}},
      {"more cells than names",
       "a,b\n1,2,3\n4,5\n6,7\n",
       ab,
       {{"1", "2", "3"}, {"4", "5"}, {"6", "7"}},
       {"ragged@4+6"}},
      {"fewer cells than names",
       "a,b\n1\n4,5\n6,7\n",
       ab,
       {{"1"}, {"4", "5"}, {"6", "7"}},
       {"ragged@4+2"}},
      {"a first row of values",
       "13800138000,x\n13900139000,y\n",
       {"column_1", "column_2"},
       {{"13800138000", "x"}, {"13900139000", "y"}},
       {}},
      {"repeated names", "a,a\n1,2\n", {"a", "a_2"}, {{"1", "2"}}, {}},
      {"GB18030", "\xD0\xD5\xC3\xFB,b\n\xC3\xFB,2\n", {"姓名", "b"}, {{"名", "2"}}, {}},
      {"nothing means anything in GB18030",
       "\xD0\xD5\xC3\xFB,b\n\xFF,2\nx,3\n",
       {"姓名", "b"},
       {{"x", "3"}},
       {"invalid_encoding@9+6"}},
      {"an open quote costs its line",
       "a,b\n1,\"2\n3,4\n5,6\n",
       ab,
       {{"3", "4"}, {"5", "6"}},
       {"unclosed_quote@4+5"}},
      {"NUL in a cell", std::string("a,b\n1,\0\n", 8), ab, {{"1", std::string(1, '\0')}}, {}},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 7, 65'536}) {
      for (const std::size_t window : {3, 16, 65'536}) {
        CAPTURE(c.note, step, window);
        CsvOptions options;
        options.limits.window_bytes = window;
        const Table table = read_table(stream_of(c.text, step), options);
        CHECK(table.header == c.header);
        CHECK(table.rows == c.rows);
        CHECK(table.gaps == c.gaps);
      }
    }
  }
}

TEST_CASE("an invalid row behind the head is a gap, and the file stays UTF-8", "[csv_reader]") {
  std::string text = "a,b\n";
  while (text.size() < 70'000) text += "姓,2\n";
  const std::size_t bad = text.size();
  text += "\xD0\xD5,2\n名,3\n";
  const Table table = read_table(stream_of(text));
  CHECK(table.rows.back() == std::vector<std::string>{"名", "3"});
  CHECK(table.gaps == std::vector<std::string>{"invalid_encoding@" + std::to_string(bad) + "+5"});
  CHECK(table.offsets.back() == bad + 5);
}

TEST_CASE("a row over the limit is a gap, one at the limit is not", "[csv_reader]") {
  CsvOptions options;
  options.limits.record_bytes_max = 12;
  options.limits.window_bytes = 4;
  const std::string text = "a,b\n123456789,ab\n1,3456789ABCD\n\"x\n45678901\",2\n3,4\n1," +
                           std::string(40, 'y') + "\n5,6\n";
  const Table table = read_table(stream_of(text), options);
  CHECK(table.rows == Rows{{"123456789", "ab"}, {"3", "4"}, {"5", "6"}});
  CHECK(table.gaps == std::vector<std::string>{"record_too_large@17+14", "record_too_large@31+15",
                                               "record_too_large@50+43"});
}

TEST_CASE("a quote that stays open past the limit costs its line", "[csv_reader]") {
  CsvOptions options;
  options.limits.record_bytes_max = 20;
  options.limits.window_bytes = 4;
  const Table table = read_table(stream_of("a,b\n1,\"2\n3,4\n5,6\n7,8\n9,0\n1,1\n"), options);
  CHECK(table.rows == Rows{{"3", "4"}, {"5", "6"}, {"7", "8"}, {"9", "0"}, {"1", "1"}});
  CHECK(table.gaps == std::vector<std::string>{"unclosed_quote@4+5"});
}

TEST_CASE("what is sniffed can be set", "[csv_reader]") {
  CsvOptions options;
  options.delimiter = ';';
  options.header = false;
  options.encoding = Encoding::utf8;
  const Table table = read_table(stream_of("a,b;c\n1,2;3\n"), options);
  CHECK(table.header == std::vector<std::string>{"column_1", "column_2"});
  CHECK(table.rows == Rows{{"a,b", "c"}, {"1,2", "3"}});
  CHECK(table.offsets == std::vector<std::uint64_t>{0, 6});
}

TEST_CASE("a ragged row says so and its columns have names", "[csv_reader]") {
  auto reader = CsvReader::open(stream_of("a,b\n1,2,3\n4,5\n6,7\n"));
  std::vector<std::string_view> cells;
  REQUIRE(reader->next_row(cells).value());
  CHECK(reader->is_ragged());
  CHECK(reader->name(1) == "b");
  CHECK(reader->name(2) == "column_3");
  REQUIRE(reader->next_row(cells).value());
  CHECK_FALSE(reader->is_ragged());
}

TEST_CASE("a stream that breaks keeps its rows and leaves a gap", "[csv_reader][error]") {
  for (const std::size_t step : {1, 7, 65'536}) {
    CAPTURE(step);
    const Table cut = read_table(stream_of("a,b\n1,2\n3,", step, true));
    CHECK(cut.rows == Rows{{"1", "2"}});
    CHECK(cut.gaps == std::vector<std::string>{"unreadable_rest@8+2?"});
    const Table quoted = read_table(stream_of("a,b\n1,2\n3,\"\n", step, true));
    CHECK(quoted.rows == Rows{{"1", "2"}});
    CHECK(quoted.gaps == std::vector<std::string>{"unreadable_rest@8+4?"});
    const Table between = read_table(stream_of("a,b\n1,2\n", step, true));
    CHECK(between.rows == Rows{{"1", "2"}});
    CHECK(between.gaps == std::vector<std::string>{"unreadable_rest@8+0?"});
  }
  CHECK_FALSE(CsvReader::open(stream_of("", 1, true)).has_value());
}

TEST_CASE("a reader can be moved before its first row is read", "[csv_reader]") {
  auto opened = CsvReader::open(stream_of("123456,\"x\"\"y\"\n"));
  CsvReader moved = std::move(*opened);
  std::vector<std::string_view> cells;
  REQUIRE(moved.next_row(cells).value());
  CHECK(cells[1] == "x\"y");
}
