#include "input/document_scanner.hpp"

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;
using Outcome = DocumentScanner::Outcome;

TEST_CASE("a value ends where its brackets and quotes say", "[document_scanner]") {
  struct Case {
    const char* note;
    std::string text;
    Outcome want;
    std::uint64_t end;
  };
  using enum Outcome;
  const std::vector<Case> cases = {
      {"an empty object", "{}{}", whole, 2},
      {"nested", "{\"a\":[{\"b\":[]}]} x", whole, 16},
      {"brackets in strings", "{\"}\":\"]\"}", whole, 9},
      {"escaped quotes", "[\"\\\"]\"] ", whole, 7},
      {"an escaped backslash", "[\"\\\\\"] ", whole, 6},
      {"a string", "\"a b\" 1", whole, 5},
      {"a number", "-12.5,3", whole, 5},
      {"a literal at the end", "null", whole, 4},
      {"a token that is no JSON", "foo bar", whole, 3},
      {"no token", ": 1", whole, 0},
      {"the end inside an object", "{\"a\":1", truncated, 6},
      {"the end inside a string", "\"abc", truncated, 4},
      {"the end behind a backslash", "[\"\\", truncated, 3},
      {"the wrong bracket", "[1}", malformed, 2},
      {"a line break in a string", "{\"a\":\"b\n\"}", malformed, 7},
      {"an object without a comma before", "[1 {}]", malformed, 3},
      {"an object for a key", "{\"a\":1,\n{\"a\":2}", malformed, 8},
      {"an array where a key belongs", "{ [1]}", malformed, 2},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 3, 65'536}) {
      CAPTURE(c.note, step);
      DocumentScanner scanner(stream_of(c.text, step), {});
      CHECK(static_cast<int>(scanner.scan_value(true)) == static_cast<int>(c.want));
      CHECK(scanner.offset() == c.end);
      if (c.want == whole) CHECK(scanner.value() == c.text.substr(0, c.end));
    }
  }
}

TEST_CASE("depth and size are limited on both sides of the bound", "[document_scanner]") {
  const ReadLimits limits{10, 3, 4};
  struct Case {
    const char* note;
    std::string text;
    Outcome want;
  };
  using enum Outcome;
  const std::vector<Case> cases = {
      {"as deep as allowed", "[[[]]]", whole},
      {"one deeper", "[[[[]]]]", too_deep},
      {"as large as allowed", "[\"345678\"]", whole},
      {"one larger", "[\"3456789\"]", too_large},
      {"a large token", "12345678901", too_large},
      {"a large string", "\"234567890\"", too_large},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 3, 65'536}) {
      CAPTURE(c.note, step);
      DocumentScanner scanner(stream_of(c.text + " 1", step), limits);
      CHECK(static_cast<int>(scanner.scan_value(true)) == static_cast<int>(c.want));
      CHECK(scanner.offset() == c.text.size());
      scanner.release();
      scanner.skip_separators();
      CHECK(scanner.peek() == '1');
    }
  }
}

TEST_CASE("a bare scalar is a literal or made of number characters", "[document_scanner]") {
  for (const char* good : {"1", "-1e5", "true", "false", "null", "\"x\""}) {
    CHECK(is_plausible_scalar(good));
  }
  for (const char* bad : {"", "foo", "True", "+1", "1a", ".5", "NaN"}) {
    CHECK_FALSE(is_plausible_scalar(bad));
  }
}
