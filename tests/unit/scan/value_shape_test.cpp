#include "scan/value_shape.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "plugin/detector_index.hpp"

namespace kouan {
namespace {

TEST_CASE("white space at both ends goes, and nothing else", "[value_shape]") {
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \t\r\n\v\f") == "");
  CHECK(trimmed(" a b ") == "a b");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed("\t13800138000\n") == "13800138000");
}

TEST_CASE("a hash has the length of a digest, hexadecimal digits only, and a letter",
          "[value_shape]") {
  struct Case {
    const char* note;
    std::string value;
    bool want;
  };
  const auto hex = [](std::size_t size) { return std::string(size - 1, '0') + "a"; };
  const auto c = GENERATE_COPY(values<Case>({
      {"MD5", hex(32), true},
      {"SHA-1", hex(40), true},
      {"SHA-224", hex(56), true},
      {"SHA-256", hex(64), true},
      {"SHA-384", hex(96), true},
      {"SHA-512", hex(128), true},
      {"capitals", std::string(31, 'A') + "9", true},
      {"letters only", std::string(32, 'f'), true},
      {"one shorter", hex(31), false},
      {"one longer", hex(33), false},
      {"digits only", std::string(32, '7'), false},
      {"a letter beyond F", std::string(31, '0') + "g", false},
      {"a hyphen", std::string(31, 'a') + "-", false},
      {"empty", "", false},
  }));
  CAPTURE(c.note);
  CHECK(is_hash(c.value, class_mask(c.value)) == c.want);
}

TEST_CASE("decimals are the digits behind the point of a plain number", "[value_shape]") {
  struct Case {
    const char* value;
    std::uint32_t want;
  };
  const auto c = GENERATE(values<Case>({
      {"116.3974", 4},
      {"-0.1", 1},
      {"39.", 0},
      {"39", 0},
      {"", 0},
      {"39.90E", 0},
      {"39.9087N", 0},
      {"39.9087 ", 0},
      {"1.2.3", 0},
      {".5000", 4},
  }));
  CAPTURE(c.value);
  CHECK(decimals(c.value) == c.want);
}

TEST_CASE("a name of digits, or a long mixed one, is data; a word of a schema is not",
          "[value_shape]") {
  struct Case {
    const char* note;
    std::string name;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"a word", "phone", false},
      {"Han", "手机号", false},
      {"a number of a word", "phone2", false},
      {"a year in a word", "sales_2024", false},
      {"four digits in a row", "code1234", false},
      {"five digits in a row", "code12345", true},
      {"digits only", "1", true},
      {"a date", "2026-01-01", true},
      {"an address of the network", "10.0.0.1", true},
      {"a time", "12:30", true},
      {"64 letters", std::string(64, 'a'), false},
      {"65 letters", std::string(65, 'a'), true},
      {"empty", "", false},
      {"a hyphen alone", "-", false},
  }));
  CAPTURE(c.note);
  CHECK(looks_like_data(c.name, class_mask(c.name)) == c.want);
}

TEST_CASE("twenty letters and digits that are no hash cannot be read", "[value_shape]") {
  struct Case {
    const char* note;
    std::string value;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"Base64, padded", "q2VtU1p0YkxqM2ZsdWRi9w==", true},
      {"Base64 with marks", "q2VtU1p0+kxqM2Zs/WRi9w", true},
      {"a token", "tok_9fQ2LmX70aPbW3Kd", true},
      {"a UUID", "550e8400-e29b-41d4-a716-446655440000", true},
      {"nineteen characters", "tok_9fQ2LmX70aPbW3K", false},
      {"an MD5", "d41d8cd98f00b204e9800998ecf8427e", false},
      {"digits alone", "12345678901234567890", false},
      {"letters alone", "abcdefghijklmnopqrstuvwxyz", false},
      {"a sentence", "order 9 was sent on Monday", false},
      {"an address of mail", "someone.else99@example.com", false},
      {"an equals sign elsewhere", "a=1234567890123456789b", false},
      {"Han text", "浙江省杭州市西湖区松涧巷29号", false},
      {"empty", "", false},
  }));
  CAPTURE(c.note);
  CHECK(is_opaque(c.value, class_mask(c.value)) == c.want);
}

}  // namespace
}  // namespace kouan
