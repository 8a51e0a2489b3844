#include "input/sniff.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace kouan::input;

TEST_CASE("a codec is known by its first bytes", "[sniff]") {
  CHECK(sniff_codec("\x1f\x8b\x08") == Codec::gzip);
  CHECK(sniff_codec("\x1f") == Codec::none);
  CHECK(sniff_codec("\x28\xb5\x2f\xfd") == Codec::zstd);
  CHECK(sniff_codec("\x5f\x2a\x4d\x18") == Codec::zstd);
  CHECK(sniff_codec("\x60\x2a\x4d\x18") == Codec::none);
  CHECK(sniff_codec("") == Codec::none);
  CHECK(sniff_codec("{\"a\":1}") == Codec::none);
}

TEST_CASE("a format is known by what the first lines look like", "[sniff]") {
  struct Case {
    const char* note;
    std::string head;
    bool whole;
    Format want;
  };
  using enum Format;
  const std::vector<Case> cases = {
      {"no bytes", "", true, empty},
      {"a byte order mark only", "\xEF\xBB\xBF", true, empty},
      {"blanks only", " \r\n\t\n", true, empty},
      {"one line", "{\"a\":1}", true, ndjson},
      {"two lines", "{\"a\":1}\n{\"a\":2}\n", true, ndjson},
      {"with a byte order mark", "\xEF\xBB\xBF{\"a\":1}\n", true, ndjson},
      {"blank lines between", "{\"a\":1}\r\n\r\n{\"a\":2}\r\n", true, ndjson},
      {"brackets in strings", "{\"a\":\"}{\\\"\"}\n{\"a\":\"[\"}\n", true, ndjson},
      {"half of the lines broken", "{\"a\":1}\n{\"a\":\n", true, ndjson},
      {"more than half broken", "{\"a\":1}\n{\"a\":\n{\"b\":\n", true, concatenated},
      {"a cut last line does not count", "{\"a\":1}\n{\"a\":\"xx", false, ndjson},
      {"a single line that does not end", "{\"a\":\"xx", false, concatenated},
      {"arrays, a line each", "[1,2]\n[3,4]\n", true, ndjson},
      {"scalars, a line each", "1\n\"a\"\nnull\n", true, ndjson},
      {"one column of numbers with a name", "phone\n1\n2\n", true, csv},
      {"an array on one line", "[{\"a\":1},{\"a\":2}]\n", true, json_array},
      {"an array on one line that does not end", "[{\"a\":1},", false, json_array},
      {"an array over lines", "[\n{\"a\":1},\n{\"a\":2}\n]\n", true, json_array},
      {"an array whose elements fill lines", "[\n  {\n    \"a\": 1\n  }\n]\n", true, json_array},
      {"an open bracket only", "[", true, json_array},
      {"a document over lines", "{\n  \"a\": 1\n}\n", true, concatenated},
      {"documents on one line", "{\"a\":1} {\"a\":2}", true, concatenated},
      {"record separators", "\x1E{\"a\":1}\n\x1E{\"a\":2}\n", true, concatenated},
      {"a table", "name,age\nx,1\n", true, csv},
      {"a quoted table", "\"name\",\"age\"\n\"x\",\"1\"\n", true, csv},
      {"plain words", "hello\nworld\n", true, csv},
      {"one byte", "x", true, csv},
      {"UTF-16, little end first", std::string("\xFF\xFE{\0", 4), true, utf16},
      {"UTF-16, big end first", std::string("\xFE\xFF\0{", 4), true, utf16},
      {"UTF-32", std::string("\xFF\xFE\0\0{\0\0\0", 8), true, binary},
      {"NUL bytes", std::string("a\0b\0c", 5), true, binary},
      {"one NUL in a hundred bytes", "name,age\n" + std::string(1, '\0') + std::string(90, 'x'),
       true, csv},
      {"control characters", "\x01\x02\x03\x04", true, binary},
      {"a zip archive", "PK\x03\x04 and text and text and text and text", true, binary},
      {"a PDF", "%PDF-1.7\nobj\n", true, binary},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(static_cast<int>(sniff_format(c.head, c.whole)) == static_cast<int>(c.want));
  }
}

TEST_CASE("a format can be named", "[sniff]") {
  CHECK(format_named("ndjson", "") == Format::ndjson);
  CHECK(format_named("csv", "{}") == Format::csv);
  CHECK(format_named("concatenated", "[") == Format::concatenated);
  CHECK(format_named("json", " [1]") == Format::json_array);
  CHECK(format_named("json", "\xEF\xBB\xBF[") == Format::json_array);
  CHECK(format_named("json", "{}") == Format::concatenated);
  CHECK_FALSE(format_named("xml", "<a/>").has_value());
}

TEST_CASE("a whole value is one whose brackets and quotes fit", "[sniff]") {
  for (const char* whole : {"{}", " [1] ", "\"a\"", "-1.5e3", "true", "{\"a\":[{}]}", "\"\\\"\""}) {
    CAPTURE(whole);
    CHECK(looks_like_whole_value(whole));
  }
  for (const char* broken : {"", " ", "{", "{]", "[1]]", "{} {}", "\"a", "\"a\" 1", "truth", "1 2",
                             "abc", "{\"a\":1},", "}", "\"\\\""}) {
    CAPTURE(broken);
    CHECK_FALSE(looks_like_whole_value(broken));
  }
}
