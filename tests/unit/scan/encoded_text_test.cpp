#include "scan/encoded_text.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "plugin/char_classes.hpp"

namespace kouan {
namespace {

/// "base64: text", or nothing.
std::string read(const std::string& value) {
  std::string out;
  const std::uint32_t mask = class_mask(value);
  const auto wrapping = decode_text(value, mask, out);
  // The cheap test in front must let through what is decoded.
  if (wrapping) CHECK(may_be_encoded(value, mask));
  return wrapping ? std::string(name_of(*wrapping)) + ": " + out : "";
}

}  // namespace

TEST_CASE("encoded text is read", "[encoded]") {
  struct Case {
    const char* value;
    const char* says;
    const char* note;
  };
  const auto c = GENERATE(values<Case>({
      {"MTM4MDAxMzgwMDA=", "base64: 13800138000", "padded"},
      {"MTM4MDAxMzgwMDA", "base64: 13800138000", "not padded"},
      {"5byg5LiJ77yaPz4+", "base64: 张三：?>>", "beyond ASCII"},
      {"5byg5LiJ77yaPz4-", "base64: 张三：?>>", "the alphabet of URLs"},
      {"3133383030313338303030", "hex: 13800138000", "digits only"},
      {"E5BCA0E4B889E69D8EE59B9B", "hex: 张三李四", "capital"},
      {"%E5%BC%A0%E4%B8%89", "percent: 张三", "percent signs"},
      {"phone=%31%338", "percent: phone=138", "some of them"},
  }));
  CAPTURE(c.note);
  CHECK(read(c.value) == c.says);
}

TEST_CASE("what is not text in UTF-8 throughout is not read", "[encoded]") {
  struct Case {
    const char* value;
    const char* note;
  };
  const auto c = GENERATE(values<Case>({
      {"d41d8cd98f00b204e9800998ecf8427e", "a digest"},
      {"c29tZXRoaW5nAAAA", "a byte of zero"},
      {"MTM4MDAxMzgwMD", "a letter is missing"},
      {"MTM4MDAxMzgwMDA==", "too much padding"},
      {"SF416658607535", "a waybill"},
      {"550e8400-e29b-41d4-a716-446655440000", "a UUID"},
      {"100% cotton, 50 %", "no digits behind the sign"},
      {"50%", "nothing behind the sign"},
      {"%FF%FE%FD", "not UTF-8"},
      {"%00abc", "a control character"},
      {"313338303031333830303", "an odd number of digits"},
      {"MTM4MDAxMzgw", "too short"},
      {"", "nothing"},
  }));
  CAPTURE(c.note);
  CHECK(read(c.value).empty());
}

}  // namespace kouan
