#include "json/record_walker.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

#include "unit/json/json_support.hpp"

namespace kouan {
namespace {

using namespace std::string_literals;
using test::Walk;
using Lines = std::vector<std::string>;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("a sound record is delivered", "[record_walker]") {
  struct Case {
    const char* note;
    std::string text;
  };
  const auto c = GENERATE(values<Case>({
      {"empty object", "{}"},
      {"empty array", "[]"},
      {"empty object with blanks", "{ \t}"},
      {"empty array in an object", R"({"a":[]})"},
      {"a string alone", R"("x")"},
      {"an empty string", R"("")"},
      {"an empty key", R"({"":1})"},
      {"a number alone", "1"},
      {"zero", "0"},
      {"minus zero", "-0"},
      {"a negative number", "-12"},
      {"a fraction", "0.5"},
      {"an exponent", "1e5"},
      {"an exponent with plus", "1E+05"},
      {"an exponent with minus", "1.5e-07"},
      {"a number beyond double", "1e999"},
      {"a long number", "123456789012345678901234567890"},
      {"true", "true"},
      {"false", "[false]"},
      {"null", "null"},
      {"blanks everywhere", " { \"a\" : [ 1 , 2 ] , \"b\" : { } } "},
      {"a carriage return at the end", "{}\r"},
      {"all escapes", R"(["\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"])"},
      {"a lone surrogate", R"(["\uD800"])"},
      {"brackets and colons in a string", R"(["{}[]:,\"x"])"},
      {"DEL in a string", "[\"\x7F\"]"},
      {"Han", R"({"姓名":"测试"})"},
      {"a string that ends in an escaped backslash", R"(["a\\"])"},
      {"a key that ends in an escaped backslash", R"({"a\\":1})"},
  }));
  CAPTURE(c.note, c.text);
  Walk walk;
  walk.lines(c.text);
  CHECK(walk.seen.records.size() == 1);
  CHECK(walk.seen.bad.empty());
}

TEST_CASE("a broken record is reported, never delivered", "[record_walker][error]") {
  struct Case {
    const char* note;
    std::string text;
    RecordFault fault = RecordFault::malformed;
  };
  const auto c = GENERATE(values<Case>({
      {"a leading zero", "01"},
      {"a minus alone", "-"},
      {"a plus", "+1"},
      {"no digit before the point", ".5"},
      {"no digit behind the point", "1."},
      {"no digit behind the exponent", "1e"},
      {"no digit behind its sign", "1e+"},
      {"two points", "1.2.3"},
      {"a letter behind a number", "1a"},
      {"hexadecimal", "0x10"},
      {"infinity", "Infinity"},
      {"not a number", "NaN"},
      {"true in capitals", "True"},
      {"true with a tail", "truex"},
      {"true cut short", "tru"},
      {"null cut short", "nul"},
      {"a word", "abc"},
      {"a backslash outside", "\\"},
      {"a comma behind the last element", "[1,]"},
      {"a comma behind the last member", R"({"a":1,})"},
      {"a comma alone", "[,]"},
      {"two commas", "[1,,2]"},
      {"no comma", "[1 2]"},
      {"no comma behind a string", R"(["a" "b"])"},
      {"no comma, no blank", R"(["a"1])"},
      {"no colon", R"({"a" 1})"},
      {"no value", R"({"a":})"},
      {"no key", "{:1}"},
      {"a key that is a number", "{1:1}"},
      {"a key alone", R"({"a"})"},
      {"two colons", R"({"a"::1})"},
      {"a comma for a colon", R"({"a",1})"},
      {"a member in an array", R"(["a":1])"},
      {"an open object", R"({"a":1)"},
      {"an open object without members", "{"},
      {"an open array", "[1"},
      {"an open key", R"({"a)"},
      {"a key and a colon", R"({"a":)"},
      {"the wrong bracket", "[1}"},
      {"the wrong brace", R"({"a":1])"},
      {"a bracket too many", "[1]]"},
      {"a closing bracket alone", "]"},
      {"two documents on a line", "{} {}"},
      {"two documents without a blank", "{}{}"},
      {"a document and a comma", "{},"},
      {"text behind a document", "{} x"},
      {"a comment", "[1] // x"},
      {"single quotes", "['a']"},
      {"an open string", R"(["a)"},
      {"an escaped quote that should close", R"(["a\"])"},
      {"an escape that JSON does not know", R"(["\x"])"},
      {"an escape cut short", R"(["\u12"])"},
      {"an unknown escape in a key", R"({"a\x":1})"},
      {"an escape cut short in a key", R"({"\u00":1})"},
      {"an escape cut short in a key that stood before", R"({"\u0061":{"\u00":1}})"},
      {"a control character in a string", "[\"a\x01\"]"},
      {"a tabulator in a string", "[\"a\tb\"]"},
      {"NUL in a string", "[\"a\0b\"]"s},
      {"NUL behind the record", "[1]\0"s},
      {"NUL before the record", "\0[1]"s},
      {"NUL alone", "\0"s},
      {"a form feed is no white space", "[1]\f"},
      {"substitute is no white space", "[1]\x1A"},
      {"form feed for a comma", "[1\f2]"},
      {"a byte order mark", "\xEF\xBB\xBF{}"},
      {"a no-break space outside strings",
       "[1,\xC2\xA0"
       "2]"},
      {"a byte that is no UTF-8", "[\"\xFF\"]", RecordFault::invalid_utf8},
      {"a character cut short", "[\"\xE6\x89\"]", RecordFault::invalid_utf8},
      {"a surrogate in UTF-8", "[\"\xED\xA0\x80\"]", RecordFault::invalid_utf8},
      {"an overlong form", "[\"\xC0\x80\"]", RecordFault::invalid_utf8},
  }));
  CAPTURE(c.note, c.text);
  Walk walk;
  walk.lines(c.text);
  CHECK(walk.seen.records.empty());
  REQUIRE(walk.seen.bad.size() == 1);
  CHECK(walk.seen.bad[0].fault == c.fault);
  CHECK(walk.seen.bad[0].place.begin == 0);
  CHECK(walk.seen.bad[0].place.end == c.text.size());
}

TEST_CASE("a broken record costs itself and nothing beside it", "[record_walker][error]") {
  struct Case {
    const char* note;
    std::string text;
  };
  const auto c = GENERATE(values<Case>({
      {"malformed", R"({"a":})"},
      {"open brackets", "[[[["},
      {"closing brackets", "]]]]"},
      {"an open string", R"({"a":"b)"},
      {"an open string that a later line would close", R"({"a":"b})"},
      {"a quote alone", "\""},
      {"three quotes", "\"\"\""},
      {"a backslash at the end", R"({"a":"b\)"},
      {"a backslash before the quote", R"({"a":\"b"})"},
      {"a control character in a string", "\"\x02\""},
      {"invalid UTF-8", "\"\xE6\""},
      {"a character cut short by the end of the line", "[\"\xE6\x89"},
      {"NUL", "\0"s},
      {"two documents", "{}{}"},
      {"a key and nothing", R"({"a")"},
      {"an open object at the end of its line", R"({"a":{)"},
      {"a document over two lines", "{\"a\":\n1}"},
  }));
  CAPTURE(c.note, c.text);
  Walk walk;
  // The neighbours are long enough to stand in other blocks of the index as well.
  const std::string before = R"({"id":1,"text":")" + std::string(100, 'x') + "\"}\n";
  const std::string after =
      std::string("\n") + R"({"id":2,"text":")" + std::string(100, 'y') + "\"}\n{\"id\":3}";
  walk.lines(before + c.text + after);
  REQUIRE(walk.seen.records.size() == 3);
  CHECK(walk.seen.records[0].lines[1] == "$.id number 1");
  CHECK(walk.seen.records[1].lines[1] == "$.id number 2");
  CHECK(walk.seen.records[2].lines[1] == "$.id number 3");
  const bool two_lines = c.text.find('\n') != std::string::npos;
  CHECK(walk.seen.bad.size() == (two_lines ? 2 : 1));
  CHECK(walk.seen.order.front() == 'r');
  CHECK(walk.seen.bad[0].place.begin == before.size());
}

TEST_CASE("brackets nest up to depth_max and no deeper", "[record_walker][limits]") {
  struct Case {
    const char* note;
    std::string open, close;
  };
  const auto c = GENERATE(values<Case>({
      {"arrays", "[", "]"},
      {"objects", R"({"a":)", "}"},
  }));
  CAPTURE(c.note);
  const auto nested = [&](std::size_t depth) {
    return repeated(c.open, depth) + "1" + repeated(c.close, depth);
  };
  Walk walk;
  walk.lines(nested(limits::depth_max) + "\n" + nested(limits::depth_max + 1) + "\n[7]\n" +
             repeated(c.open, 100'000));
  CHECK(walk.seen.records.size() == 2);
  REQUIRE(walk.seen.bad.size() == 2);
  CHECK(walk.seen.bad[0].fault == RecordFault::too_deep);
  CHECK(walk.seen.bad[1].fault == RecordFault::too_deep);
  CHECK(walk.seen.records[1].lines == Lines{"$ [", "$[*] number 7", "$ ]"});
}

TEST_CASE("events come in the order of the text, every one once", "[record_walker]") {
  Walk walk;
  walk.lines(R"({"b":1,"a":[true,{"x":null},[]],"c":"\u0041","d":{}, "e" : -1.50e1 })");
  REQUIRE(walk.seen.records.size() == 1);
  CHECK(walk.seen.records[0].lines == Lines{"$ {", "$.b number 1", "$.a [", "$.a[*] boolean true",
                                            "$.a[*] {", "$.a[*].x null null", "$.a[*] }",
                                            "$.a[*] [", "$.a[*] ]", "$.a ]", "$.c string A",
                                            "$.d {", "$.d }", "$.e number -1.50e1", "$ }"});
}

TEST_CASE("a key that stands twice is visited twice", "[record_walker]") {
  Walk walk;
  walk.lines(R"({"a":1,"a":2,"\u0061":3})");
  REQUIRE(walk.seen.records.size() == 1);
  CHECK(walk.seen.records[0].lines ==
        Lines{"$ {", "$.a number 1", "$.a number 2", "$.a number 3", "$ }"});
}

TEST_CASE("a string with escapes is told apart from one without", "[record_walker]") {
  Walk walk;
  class Kinds final : public RecordWalker::Sink {
   public:
    void record(const char*, std::span<const JsonEvent> events, RecordPlace) override {
      for (const auto& event : events) kinds.push_back(event.kind);
    }
    void bad_record(RecordPlace, RecordFault) override {}
    std::vector<JsonEvent::Kind> kinds;
  } sink;
  const test::PaddedText text(R"(["a","\n",""])");
  walk.walker.walk_lines(text.data(), text.size(), sink);
  REQUIRE(sink.kinds.size() == 5);
  CHECK(sink.kinds[1] == JsonEvent::Kind::string);
  CHECK(sink.kinds[2] == JsonEvent::Kind::escaped_string);
  CHECK(sink.kinds[3] == JsonEvent::Kind::string);
}

TEST_CASE("a key that is data is delivered with its text, before its value", "[record_walker]") {
  Walk walk([](std::string_view key) { return key.front() == '1'; });
  walk.lines(R"({"m":{"138":{"a":1},"\u0031x":2,"b":3}})");
  REQUIRE(walk.seen.records.size() == 1);
  CHECK(walk.seen.records[0].lines == Lines{"$ {", "$.m {", "$.m.* key 138", "$.m.* {",
                                            "$.m.*.a number 1", "$.m.* }", R"($.m.* key \u0031x)",
                                            "$.m.* number 2", "$.m.b number 3", "$.m }", "$ }"});
}

TEST_CASE("blank lines are no records", "[record_walker]") {
  Walk walk;
  walk.lines("\n\n[1]\n  \t\r\n[2]\r\n\n");
  CHECK(walk.seen.records.size() == 2);
  CHECK(walk.seen.bad.empty());
  Walk spoiled;  // the same where the index of the window is of no use
  spoiled.lines("\n\n[1]\n  \t\r\n\"\n[2]\r\n\n");
  CHECK(spoiled.seen.order == "rbr");
}

TEST_CASE("a window without any byte holds nothing", "[record_walker]") {
  Walk walk;
  walk.lines("");
  CHECK(walk.seen.order.empty());
}

TEST_CASE("a walker forgets what a broken record left open", "[record_walker]") {
  Walk walk;
  walk.lines("[[{\"a\":[\n[1]");
  walk.lines("[2]");
  CHECK(walk.seen.order == "brr");
  CHECK(walk.seen.records[1].lines == Lines{"$ [", "$[*] number 2", "$ ]"});
}

TEST_CASE("records at given places may stand on several lines or share one", "[record_walker]") {
  struct Case {
    const char* note;
    std::string text;
    std::vector<RecordPlace> places;
    std::string order;
  };
  const auto c = GENERATE(values<Case>({
      {"one over three lines", "{\n\"a\":1\n}", {{0, 9}}, "r"},
      {"two on one line", "{}{}", {{0, 2}, {2, 4}}, "rr"},
      {"elements of an array", "[{},1,\"x\"]", {{1, 3}, {4, 5}, {6, 9}}, "rrr"},
      {"what stands between is not looked at", "{} ?? []", {{0, 2}, {6, 8}}, "rr"},
      {"a place that cuts a record", "[1,2]", {{0, 3}}, "b"},
      {"a place with more than a record", "[1],", {{0, 4}}, "b"},
      {"a broken one between sound ones", "{}{]{}", {{0, 2}, {2, 4}, {4, 6}}, "rbr"},
      {"a blank place", "[]   []", {{0, 2}, {2, 5}, {5, 7}}, "rr"},
      {"an open string in the last one", "[1]\n[\"a]", {{0, 3}, {4, 8}}, "rb"},
      {"no place", "[1]", {}, ""},
  }));
  CAPTURE(c.note);
  Walk walk;
  walk.places(c.text, c.places);
  CHECK(walk.seen.order == c.order);
}

TEST_CASE("a record cut out of a number is the number up to its end", "[record_walker]") {
  Walk walk;
  const std::vector<RecordPlace> places = {{0, 2}};
  walk.places("12 34", places);
  REQUIRE(walk.seen.records.size() == 1);
  CHECK(walk.seen.records[0].lines == Lines{"$ number 12"});
}

TEST_CASE("JSON in a string is walked below the path of the string", "[record_walker]") {
  Walk walk;
  const test::PaddedText text(R"({"phone":"x","list":[1,{"a":null}]})");
  std::vector<JsonEvent> events;
  PathTree::Key* none = nullptr;
  PathTree::Key** slot = &none;
  const PathNodeId node = walk.tree.child(PathTree::root, "ext", 3, slot);
  REQUIRE(walk.walker.walk_nested(text.view(), node, events));
  Lines lines;
  for (const auto& event : events) lines.push_back(test::line_of(walk.tree, text.data(), event));
  CHECK(lines == Lines{"$.ext|json {", "$.ext|json.phone string x", "$.ext|json.list [",
                       "$.ext|json.list[*] number 1", "$.ext|json.list[*] {",
                       "$.ext|json.list[*].a null null", "$.ext|json.list[*] }",
                       "$.ext|json.list ]", "$.ext|json }"});
}

TEST_CASE("a text that is no JSON is no nested record", "[record_walker][error]") {
  struct Case {
    const char* note;
    std::string text;
  };
  const auto c = GENERATE(values<Case>({
      {"a template", "{name}"},
      {"a tag", "[注意] 请核对"},
      {"an open array", "[1"},
      {"two documents", "{}{}"},
      {"nothing", ""},
      {"an open string", "[\"a"},
      {"invalid UTF-8", "[\"\xFF\"]"},
      {"too deep", std::string(limits::depth_max + 1, '[')},
  }));
  CAPTURE(c.note);
  Walk walk;
  const test::PaddedText text(c.text);
  std::vector<JsonEvent> events;
  CHECK_FALSE(walk.walker.walk_nested(text.view(), PathTree::root, events));
}

TEST_CASE("walking JSON in a string leaves the record around it alone", "[record_walker]") {
  // The scanner walks nested texts while it reads the events of the record.
  class Nester final : public RecordWalker::Sink {
   public:
    explicit Nester(RecordWalker& walker) : walker_(walker) {}
    void record(const char* data, std::span<const JsonEvent> events, RecordPlace) override {
      for (const auto& event : events) {
        if (event.kind != JsonEvent::Kind::string) continue;
        const test::PaddedText text({data + event.begin, event.size});
        std::vector<JsonEvent> inner;
        nested += walker_.walk_nested(text.view(), event.node, inner) ? 1 : 0;
      }
      sizes.push_back(events.size());
    }
    void bad_record(RecordPlace, RecordFault) override { ++bad; }
    RecordWalker& walker_;
    int nested = 0, bad = 0;
    std::vector<std::size_t> sizes;
  };
  Walk walk;
  Nester sink(walk.walker);
  const test::PaddedText text("{\"a\":\"[1,2]\",\"b\":\"{x\",\"c\":\"[[]]\"}\n[\"[]\"]");
  walk.walker.walk_lines(text.data(), text.size(), sink);
  CHECK(sink.nested == 3);
  CHECK(sink.bad == 0);
  CHECK(sink.sizes == std::vector<std::size_t>{5, 3});
}

}  // namespace
}  // namespace kouan
