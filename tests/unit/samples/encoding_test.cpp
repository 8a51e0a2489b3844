#include "encoding.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace kouan::samples;

TEST_CASE("GB18030 holds two bytes a common character and reads back", "[samples][encoding]") {
  CHECK(to_gb18030("中a") ==
        "\xD6\xD0"
        "a");
  CHECK(samples_test::from_gb18030(to_gb18030("旅客𠮷é,１２")) == "旅客𠮷é,１２");
  CHECK(to_gb18030("").empty());
}

TEST_CASE("text that is not UTF-8 is refused", "[samples][encoding][error]") {
  CHECK_THROWS_AS(to_gb18030("\xFF\xFE"), std::runtime_error);
}

TEST_CASE("gzip of stored blocks unpacks to what went in", "[samples][encoding]") {
  const std::size_t size = GENERATE(0, 1, 65'534, 65'535, 65'536, 200'000);
  CAPTURE(size);
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * i % 251);
  CHECK(samples_test::gunzip(to_gzip(bytes)) == bytes);
}
