#include "text/number.hpp"

#include <catch2/catch.hpp>

using namespace kouan::text;

TEST_CASE("thousands are set apart", "[number]") {
  CHECK(thousands(0) == "0");
  CHECK(thousands(999) == "999");
  CHECK(thousands(1'000) == "1,000");
  CHECK(thousands(1'284'551) == "1,284,551");
  CHECK(thousands(UINT64_MAX) == "18,446,744,073,709,551,615");
}

TEST_CASE("bytes are given in binary units, never rounded up", "[number]") {
  CHECK(byte_size(0) == "0 B");
  CHECK(byte_size(1'023) == "1023 B");
  CHECK(byte_size(1'024) == "1.0 KiB");
  CHECK(byte_size(1'536) == "1.5 KiB");
  CHECK(byte_size((1ULL << 20) - 1) == "1023.9 KiB");
  CHECK(byte_size(44'238'163'149) == "41.1 GiB");
  CHECK(byte_size(UINT64_MAX) == "15.9 EiB");
}

TEST_CASE("a share is whole only when nothing is missing", "[number]") {
  CHECK(percent(0) == "0%");
  CHECK(percent(1) == "0.0001%");
  CHECK(percent(10'000) == "1%");
  CHECK(percent(123'400) == "12.34%");
  CHECK(percent(999'999) == "99.9999%");
  CHECK(percent(1'000'000) == "100%");

  CHECK(per_million(0, 0) == 0);
  CHECK(per_million(1, 3) == 333'333);
  CHECK(per_million(5, 5) == 1'000'000);
  CHECK(per_million(UINT64_MAX, UINT64_MAX) == 1'000'000);
  CHECK(per_million(UINT64_MAX - 1, UINT64_MAX) == 999'999);
  CHECK(per_million(UINT64_MAX / 2, UINT64_MAX) == 499'999);
}
