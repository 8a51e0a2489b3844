#include "config/json.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

TEST_CASE("keys are sorted, whatever the order they came in", "[json]") {
  Json value;
  value["b"] = 1;
  value["a"]["z"] = true;
  value["a"]["y"] = nullptr;
  value["list"].push_back("x");
  value["list"].push_back(-1);
  CHECK(to_text(value, JsonStyle::compact) == R"({"a":{"y":null,"z":true},"b":1,"list":["x",-1]})");
  CHECK(to_text(Json(Json::Object{{"a", 1}}), JsonStyle::pretty) == "{\n  \"a\": 1\n}");
}

TEST_CASE("integers are exact to both ends of 64 bits", "[json]") {
  CHECK(to_text(Json(std::uint64_t{18446744073709551615U}), JsonStyle::compact) ==
        "18446744073709551615");
  CHECK(to_text(Json(INT64_MIN), JsonStyle::compact) == "-9223372036854775808");
  std::uint64_t natural = 0;
  std::int64_t integer = 0;
  CHECK(parse_json("18446744073709551615")->as_integer(natural));
  CHECK(natural == 18446744073709551615U);
  CHECK_FALSE(parse_json("18446744073709551615")->as_integer(integer));
  CHECK(parse_json("-1")->as_integer(integer));
  CHECK_FALSE(parse_json("-1")->as_integer(natural));
  CHECK_FALSE(Json("1").as_integer(natural));
}

TEST_CASE("bytes that are not UTF-8 become the replacement character", "[json]") {
  CHECK(to_text(Json("a\xFF"
                     "b"),
                JsonStyle::compact) ==
        "\"a\xEF\xBF\xBD"
        "b\"");
  CHECK(to_text(Json("汉\"\n"), JsonStyle::compact) == "\"汉\\\"\\n\"");
}

TEST_CASE("what was written is read again", "[json]") {
  const std::string text = R"({"a":[1,"汉",{"b":false}],"c":null})";
  const auto value = parse_json(text);
  REQUIRE(value.has_value());
  CHECK(to_text(*value, JsonStyle::compact) == text);
  CHECK(value->find("a")->as_array()->size() == 3);
  CHECK(value->find("d") == nullptr);
}

TEST_CASE("what is not canonical JSON is refused", "[json][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "", "expected JSON"},
      {"a cut object", R"({"a":)", "expected JSON"},
      {"something behind it", "1 2", "expected JSON"},
      {"a fraction", "[1.5]", "expected an integer"},
      {"an exponent", "1e3", "expected an integer"},
      {"too many digits", "99999999999999999999", "expected an integer"},
      {"a key twice", R"({"a":1,"a":2})", "each key once"},
      {"65 levels", std::string(65, '[') + std::string(65, ']'), "64 levels"},
  }));
  CAPTURE(c.note);
  const auto value = parse_json(c.text, "a.json");
  REQUIRE_FALSE(value.has_value());
  CHECK(value.error().code == ErrorCode::malformed_json);
  CHECK(value.error().origin.file == "a.json");
  CHECK_THAT(value.error().message, Catch::Matchers::Contains(c.message));
}

TEST_CASE("64 levels are read", "[json][limit]") {
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']')).has_value());
}

}  // namespace
}  // namespace kouan
