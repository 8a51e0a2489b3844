#include "json_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using kouan::samples::JsonWriter;

TEST_CASE("commas stand between values and nowhere else", "[samples][json]") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("a", 1).begin_array("b").number(1).decimal(25, 1).end_array();
  json.begin_object("c").end_object().field_raw("d", "null").field("e", "{").end_object();
  CHECK(out == R"({"a":1,"b":[1,2.5],"c":{},"d":null,"e":"{"})");
}

TEST_CASE("a second record in the buffer begins without a comma", "[samples][json]") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().end_object().end_record();
  json.begin_object().end_object();
  CHECK(out == "{}\n{}");
}

TEST_CASE("what JSON reserves is escaped and reads back as it was", "[samples][json]") {
  const std::string text = "quote\" back\\slash\n\t\r\x01 身份证 é 😀";
  const bool escape_ascii = GENERATE(false, true);
  CAPTURE(escape_ascii);
  std::string out;
  JsonWriter(out, escape_ascii).string(text);
  CHECK(nlohmann::json::parse(out) == text);
  const bool holds_utf8 = out.find("身份证") != std::string::npos;
  CHECK(holds_utf8 != escape_ascii);
}

TEST_CASE("characters beyond the basic plane become two escapes", "[samples][json]") {
  std::string out;
  JsonWriter(out, true).begin_object().field("键", "😀").end_object();
  CHECK(out == R"({"\u952e":"\ud83d\ude00"})");
}
