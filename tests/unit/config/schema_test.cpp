#include "config/schema.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

constexpr const char* schema_json = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object", "additionalProperties": false, "required": ["id"],
  "properties": {
    "id": {"type": "string", "pattern": "^[a-z]+$"},
    "count": {"type": "integer", "minimum": 0},
    "answer": {"enum": ["yes", "no", "unknown"]},
    "rows": {"type": "array", "items": {"$ref": "#/definitions/row"}},
    "answers": {"type": "object", "additionalProperties": {"enum": ["yes", "no"]}}
  },
  "definitions": {
    "row": {"type": ["string", "object"], "additionalProperties": false, "minProperties": 1,
            "maxProperties": 1,
            "properties": {"all": {"type": "array", "items": {"$ref": "#/definitions/row"}},
                           "fact": {"type": "string"}}}
  }
})";

TEST_CASE("a tree that fits its schema passes", "[schema]") {
  const auto schema = Schema::build(schema_json, "test");
  REQUIRE(schema.has_value());
  const auto text = GENERATE(
      as<std::string>(), "id: abc", "id: abc\ncount: 0", "{id: a, answer: no}",
      "{id: a, rows: [x, {fact: y}, {all: [{fact: z}]}]}", "{id: a, answers: {filed: yes}}");
  CAPTURE(text);
  const auto root = parse_yaml(text, "a.yaml");
  REQUIRE(root.has_value());
  CHECK_FALSE(schema->check(*root, "a.yaml").has_value());
}

TEST_CASE("the first violation is named with its place", "[schema][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line, column;
  };
  const auto c = GENERATE(values<Case>({
      {"an unknown key", "id: abc\ncuont: 1\n", "did you mean 'count'?", 2, 1},
      {"an unknown key far from all", "id: abc\nzzzzzz: 1\n", "found 'zzzzzz'", 2, 1},
      {"a missing key", "count: 1\n", "expected the key 'id'", 1, 1},
      {"a list for a map", "[1]", "expected a map, found a list", 1, 1},
      {"text for a number", "id: abc\ncount: many\n", "expected a whole number, found 'many'", 2,
       8},
      {"a quoted number", "id: abc\ncount: \"1\"\n", "found the quoted text '1'", 2, 8},
      {"a number for text", "id: 12\n", "expected a text, found '12'", 1, 5},
      {"a word that is none", "id: abc\nanswer: yess\n", "did you mean 'yes'?", 2, 9},
      {"text of another form", "id: A1\n", "expected text like ^[a-z]+$, found 'A1'", 1, 5},
      {"deep inside", "id: a\nrows:\n  - all:\n      - {fakt: x}\n", "did you mean 'fact'?", 4, 10},
      {"two keys of one", "id: a\nrows:\n  - {all: [], fact: x}\n", "exactly one of the keys", 3,
       5},
      {"a word in an open map", "id: a\nanswers: {filed: maybe}\n", "expected one of yes, no", 2,
       18},
      {"nothing for a list", "id: a\nrows:\n", "expected a list, found nothing", 3, 1},
  }));
  CAPTURE(c.note);
  const auto schema = Schema::build(schema_json, "test");
  REQUIRE(schema.has_value());
  const auto root = parse_yaml(c.text, "a.yaml");
  REQUIRE(root.has_value());
  const auto error = schema->check(*root, "a.yaml");
  REQUIRE(error.has_value());
  CHECK(error->code == ErrorCode::invalid_rule);
  CHECK_THAT(error->message, Catch::Matchers::Contains(c.message));
  CHECK_THAT(error->zh, Catch::Matchers::Contains("应"));
  CHECK(error->origin.file == "a.yaml");
  CHECK(error->origin.line == c.line);
  CHECK(error->origin.column == c.column);
}

TEST_CASE("a schema that is none is refused by name", "[schema][error]") {
  const auto text = GENERATE(as<std::string>(), "", "{", R"({"type": "colour"})");
  CAPTURE(text);
  const auto schema = Schema::build(text, "broken");
  REQUIRE_FALSE(schema.has_value());
  CHECK(schema.error().origin.file == "broken");
}

}  // namespace
}  // namespace kouan
