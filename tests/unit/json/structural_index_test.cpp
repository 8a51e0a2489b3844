#include "json/structural_index.hpp"

#include <cstring>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/json/json_support.hpp"

namespace kouan {
namespace {

using Status = StructuralIndex::Status;

std::vector<std::uint32_t> offsets(const StructuralIndex& index) {
  return {index.begin(), index.begin() + index.size()};
}

TEST_CASE("the index holds brackets, colons, commas, opening quotes and the starts of scalars",
          "[structural_index]") {
  const std::string text = R"({"a": [1, "x,]}", null]})";
  StructuralIndex index;
  const test::PaddedText padded(text);
  REQUIRE(index.build(padded.data(), padded.size()) == Status::ok);
  std::string found;
  for (const auto at : offsets(index)) found += text[at];
  CHECK(found == "{\":[1,\",n]}");
}

TEST_CASE("two entries behind the last one hold the size", "[structural_index]") {
  // Both sides of a block of 64 bytes, where the index is built.
  for (const std::size_t blanks : {0, 1, 60, 61, 62, 63, 64, 125, 126, 127}) {
    CAPTURE(blanks);
    const test::PaddedText padded("[1]" + std::string(blanks, ' '));
    StructuralIndex index;
    REQUIRE(index.build(padded.data(), padded.size()) == Status::ok);
    REQUIRE(index.size() == 3);
    CHECK(index.begin()[3] == padded.size());
    CHECK(index.begin()[4] == padded.size());
  }
}

TEST_CASE("what is behind the text does not count", "[structural_index]") {
  // The padding of the test is quotes: an index that read them would find an open string.
  const test::PaddedText padded("[]");
  StructuralIndex index;
  CHECK(index.build(padded.data(), padded.size()) == Status::ok);
  CHECK(index.size() == 2);
}

TEST_CASE("the index says why there is none", "[structural_index][error]") {
  struct Case {
    const char* note;
    std::string text;
    Status want;
  };
  const auto c = GENERATE(values<Case>({
      {"no byte at all", "", Status::empty},
      {"white space", " \t\r\n", Status::empty},
      {"an open string", "\"abc", Status::broken_string},
      {"a line feed in a string", "\"a\nb\"", Status::broken_string},
      {"a control character in a string", "\"a\x01\"", Status::broken_string},
      {"a byte that starts no character", "\"\xFF\"", Status::invalid_utf8},
      {"a character cut short", "\"\xE6\x89\"", Status::invalid_utf8},
      {"a surrogate in UTF-8", "\"\xED\xA0\x80\"", Status::invalid_utf8},
      {"an overlong form", "\"\xC0\xAF\"", Status::invalid_utf8},
      {"beyond U+10FFFF", "\"\xF4\x90\x80\x80\"", Status::invalid_utf8},
  }));
  CAPTURE(c.note);
  const test::PaddedText padded(c.text);
  StructuralIndex index;
  CHECK(index.build(padded.data(), padded.size()) == c.want);
  CHECK(index.size() == 0);
}

TEST_CASE("an index is used again, for a larger and for a smaller text", "[structural_index]") {
  StructuralIndex index;
  std::string large = "[1";
  for (int i = 0; i < 1'000; ++i) large += ",1";
  large += "]";
  for (const std::string& text : {std::string("[1]"), large, std::string("{}")}) {
    const test::PaddedText padded(text);
    REQUIRE(index.build(padded.data(), padded.size()) == Status::ok);
    CHECK(text[index.begin()[index.size() - 1]] == text.back());
  }
}

TEST_CASE("the library tells its kernel and its version", "[structural_index]") {
  CHECK(std::strlen(simdjson_kernel()) > 0);
  CHECK(std::string(simdjson_version()).find('.') != std::string::npos);
}

}  // namespace
}  // namespace kouan
