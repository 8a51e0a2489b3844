#include "input/records_path.hpp"

#include <catch2/catch.hpp>

using namespace kouan::input;

TEST_CASE("a path to records is a dollar, keys and a star", "[records_path]") {
  CHECK(parse_records_path("$[*]").value().keys.empty());
  CHECK(parse_records_path("$.data[*]").value().keys == std::vector<std::string>{"data"});
  CHECK(parse_records_path("$.a.客户[*]").value().keys == std::vector<std::string>{"a", "客户"});
}

TEST_CASE("any other path is refused, naming it", "[records_path][error]") {
  for (const char* path : {"", "$", "data[*]", "$.data", "$..a[*]", "$.[*]", "$.a[0][*]", "$a[*]",
                           "$.a[*].b[*]", "$.\"a\"[*]", "[*]"}) {
    CAPTURE(path);
    const auto parsed = parse_records_path(path);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == kouan::ErrorCode::invalid_usage);
    CHECK_THAT(parsed.error().message, Catch::Matchers::Contains("'" + std::string(path) + "'"));
  }
}
