#include "hash/transport_code.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace kouan {

TEST_CASE("the test vectors of RFC 4648 are decoded", "[hash]") {
  struct Case {
    const char* base64;
    const char* bytes;
  };
  const auto c = GENERATE(values<Case>({{"", ""},
                                        {"Zg==", "f"},
                                        {"Zm8=", "fo"},
                                        {"Zm9v", "foo"},
                                        {"Zm9vYg==", "foob"},
                                        {"Zm9vYmE=", "fooba"},
                                        {"Zm9vYmFy", "foobar"},
                                        {"Zm9vYg", "foob"},
                                        {"Pz8-", "?\?>"},
                                        {"Pz8+", "?\?>"}}));
  CAPTURE(c.base64);
  std::string out = "left over";
  REQUIRE(decode_base64(c.base64, out));
  CHECK(out == c.bytes);
}

TEST_CASE("what is no Base64 throughout is none", "[hash]") {
  std::string out;
  for (const char* const text :
       {"Z", "Zg=", "Zg===", "Zm9v Yg==", "Zm9v\n", "Zm-/", "Zh==", "=", "中"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base64(text, out));
  }
}

TEST_CASE("pairs of hexadecimal digits are bytes", "[hash]") {
  std::string out;
  REQUIRE(decode_hex("00fF7a", out));
  CHECK(out == std::string("\0\xFFz", 3));
  REQUIRE(decode_hex("", out));
  CHECK(out.empty());
  for (const char* const text : {"0", "000", "0g", "00 0", "0x00"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_hex(text, out));
  }
}

}  // namespace kouan
