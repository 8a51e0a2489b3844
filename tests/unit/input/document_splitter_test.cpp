#include "input/document_splitter.hpp"

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

namespace {

std::optional<RecordsPath> path_of(const char* text) {
  if (text == nullptr) return std::nullopt;
  return parse_records_path(text).value();
}

constexpr const char* documents = nullptr;
constexpr const char* elements = "$[*]";

}  // namespace

TEST_CASE("documents are cut whatever the reads", "[document_splitter]") {
  struct Case {
    const char* note;
    const char* path;
    std::string text;
    std::vector<std::string> records;
    std::vector<std::string> gaps;
  };
  const std::string deep = std::string(20'000, '[') + std::string(20'000, ']');
  const std::vector<Case> cases = {
      {"nothing", documents, "", {}, {}},
      {"blanks", documents, " \n ", {}, {}},
      {"one byte", documents, "7", {"7"}, {}},
      {"side by side", documents, "{}{\"a\":1}[1]", {"{}", "{\"a\":1}", "[1]"}, {}},
      {"over lines", documents, "{\n \"a\": 1\n}\n{\n}\n", {"{\n \"a\": 1\n}", "{\n}"}, {}},
      {"a byte order mark", documents, "\xEF\xBB\xBF{}", {"{}"}, {}},
      {"record separators", documents, "\x1E{}\n\x1E[]\n", {"{}", "[]"}, {}},
      {"commas between", documents, "{},\n{},\n", {"{}", "{}"}, {}},
      {"scalars", documents, "1 \"a\"\ntrue null", {"1", "\"a\"", "true", "null"}, {}},
      {"half a last record", documents, "{}\n{\"a\":", {"{}"}, {"truncated@3+5?"}},
      {"garbage between", documents, "{}\nfoo bar\n{}\n", {"{}", "{}"}, {"malformed@3+8"}},
      {"a bracket too many", documents, "{}}\n{}\n", {"{}", "{}"}, {"malformed@2+2"}},
      {"a missing brace costs one line",
       documents,
       "{\"a\":1\n{\"a\":2}\n{\"a\":3}\n",
       {"{\"a\":2}", "{\"a\":3}"},
       {"malformed@0+7"}},
      {"a missing quote costs one line",
       documents,
       "{\"a\":\"x}\n{\"a\":2}\n",
       {"{\"a\":2}"},
       {"malformed@0+9"}},
      {"a closed document over lines",
       documents,
       "{\n \"a\": [\n  {\n }]\n}\n{\"b\":1}\n",
       {"{\n \"a\": [\n  {\n }]\n}", "{\"b\":1}"},
       {}},
      {"a brace missing over lines",
       documents,
       "{\n \"a\": {\n  \"b\": {\n  }\n \n}\n{\n \"c\": 1\n}\n",
       {"{\n \"c\": 1\n}"},
       {"malformed@0+27"}},
      {"a bracket over lines is wrong",
       documents,
       "{\n \"a\": [1}\n}\n{\"c\":1}\n",
       {"{\"c\":1}"},
       {"malformed@0+14"}},
      {"depth of 20,000",
       documents,
       "{}" + deep + "{\"a\":1}",
       {"{}", "{\"a\":1}"},
       {"too_deep@2+40000"}},
      {"an array's elements",
       elements,
       "[{\"a\":1}, 2,\n[3,[4]],\"x,]\"]",
       {"{\"a\":1}", "2", "[3,[4]]", "\"x,]\""},
       {}},
      {"an empty array", elements, "[]", {}, {}},
      {"an open bracket only", elements, "[", {}, {"truncated@1+0?"}},
      {"a cut array", elements, "[1,2", {"1"}, {"truncated@3+1?"}},
      {"a cut array behind an element", elements, "[{},", {"{}"}, {"truncated@4+0?"}},
      {"a cut element", elements, "[{},{\"a\":", {"{}"}, {"truncated@4+5?"}},
      {"two arrays and a document", elements, "[1]\n[2]{\"a\":3}", {"1", "2", "{\"a\":3}"}, {}},
      {"a broken element",
       elements,
       "[\n {\"a\":1,\n {\"a\":2},\n {\"a\":3}\n]\n",
       {"{\"a\":2}", "{\"a\":3}"},
       {"malformed@3+9"}},
      {"a broken last element",
       elements,
       "[\n {\"a\":2},\n {\"a\":[}\n]\n{}",
       {"{\"a\":2}", "{}"},
       {"malformed@13+8"}},
      {"garbage in an array",
       elements,
       "[1, foo, 2, }, 3]",
       {"1", "2", "3"},
       {"malformed@4+3", "malformed@12+1"}},
      {"records inside",
       "$.data[*]",
       "{\"n\":[1],\"data\":[{\"a\":1},2],\"m\":{}}",
       {"{\"a\":1}", "2"},
       {}},
      {"records far inside",
       "$.a.b[*]",
       "{\"b\":[0],\"a\":{\"x\":{\"b\":[0]},\"b\":[1],\"c\":[0]}}",
       {"1"},
       {}},
      {"records of many documents",
       "$.a[*]",
       "{\"a\":[1]}\n{\"b\":[2]}\n{\"a\":[3]}",
       {"1", "3"},
       {}},
      {"no such array", "$.data[*]", "{\"data\":{\"a\":1}}", {}, {"records_at_not_found@0+16"}},
      {"another document", "$.data[*]", "[1,2]", {}, {"records_at_not_found@0+5"}},
      {"cut behind the array", "$.data[*]", "{\"data\":[1],", {"1"}, {"truncated@12+0?"}},
      {"cut in another member", "$.data[*]", "{\"data\":[1],\"x\":[", {"1"}, {"truncated@12+5?"}},
      {"a key without a colon", "$.data[*]", "{\"x\" 1,\n\"data\":[1]}", {"1"}, {"malformed@1+7"}},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 7, 65'536}) {
      for (const std::size_t window : {1, 16, 65'536}) {
        CAPTURE(c.note, step, window);
        ReadLimits limits;
        limits.window_bytes = window;
        DocumentSplitter source(stream_of(c.text, step), path_of(c.path), limits);
        const auto records = read_records(source);
        CHECK(texts(records) == c.records);
        CHECK(brief(source.gaps()) == c.gaps);
        for (const ReadRecord& record : records) {
          CHECK(c.text.substr(record.offset, record.text.size()) == record.text);
        }
      }
    }
  }
}

TEST_CASE("windows hold records between newlines", "[document_splitter]") {
  DocumentSplitter source(stream_of("[1, {\"a\":2},3]"), RecordsPath{});
  Window window;
  REQUIRE(source.next(window).value());
  CHECK(std::string(window.data, window.size) == "1\n{\"a\":2}\n3\n");
  CHECK_FALSE(window.lines);
  CHECK(window.offset == 1);
  REQUIRE(window.records.size() == 3);
  CHECK(window.records[1].begin == 2);
  CHECK(window.records[1].size == 7);
  CHECK(window.records[1].offset == 4);
  CHECK_FALSE(source.next(window).value());
}

TEST_CASE("what the path leaves out is counted", "[document_splitter]") {
  DocumentSplitter source(stream_of(R"({"n":[1],"data":[2],"m":"xyz"})"),
                          parse_records_path("$.data[*]").value());
  CHECK(texts(read_records(source)) == std::vector<std::string>{"2"});
  CHECK(source.outside_bytes() == 7 + 9);
}

TEST_CASE("a record over the limit is a gap and the next one is not", "[document_splitter]") {
  for (const std::size_t step : {1, 7, 65'536}) {
    CAPTURE(step);
    const std::string large = "[\"" + std::string(50, 'x') + "\"]";
    DocumentSplitter source(stream_of("[{\"a\":1}," + large + ",{\"a\":2}]", step), RecordsPath{},
                            {20, 1024, 8});
    CHECK(texts(read_records(source)) == std::vector<std::string>{"{\"a\":1}", "{\"a\":2}"});
    CHECK(brief(source.gaps()) == std::vector<std::string>{"record_too_large@9+54"});
  }
}

TEST_CASE("a stream that breaks keeps its records", "[document_splitter][error]") {
  DocumentSplitter cut(stream_of("{\"a\":1} {\"a\":", 3, true));
  CHECK(texts(read_records(cut)) == std::vector<std::string>{"{\"a\":1}"});
  CHECK(brief(cut.gaps()) == std::vector<std::string>{"unreadable_rest@8+5?"});
  DocumentSplitter number(stream_of("12 34", 3, true));
  CHECK(texts(read_records(number)) == std::vector<std::string>{"12"});
  CHECK(brief(number.gaps()) == std::vector<std::string>{"unreadable_rest@3+2?"});
  DocumentSplitter between(stream_of("{} ", 3, true));
  CHECK(read_records(between).size() == 1);
  CHECK(brief(between.gaps()) == std::vector<std::string>{"unreadable_rest@3+0?"});
  DocumentSplitter nothing(stream_of("", 3, true));
  Window window;
  CHECK_FALSE(nothing.next(window).has_value());
}

TEST_CASE("any bytes end, and every byte of a record comes from the file", "[document_splitter]") {
  const std::string alphabet = "{}[]\":,\\\n 1ax";
  std::uint32_t seed = 5;
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text.push_back(alphabet[(seed >> 20) % alphabet.size()]);
    }
    for (const char* path : {documents, elements, "$.a[*]"}) {
      CAPTURE(text, round);
      std::vector<std::vector<ReadRecord>> all;
      std::vector<std::vector<std::string>> gaps;
      for (const std::size_t step : {1, 7, 4096}) {
        DocumentSplitter source(stream_of(text, step), path_of(path), {12, 4, 5});
        all.push_back(read_records(source));
        gaps.push_back(brief(source.gaps()));
      }
      const bool same =
          all[0] == all[2] && all[1] == all[2] && gaps[0] == gaps[2] && gaps[1] == gaps[2];
      if (!same) FAIL("the reads matter");
      for (const ReadRecord& record : all[0]) {
        if (text.substr(record.offset, record.text.size()) != record.text) FAIL("other bytes");
      }
    }
  }
}
