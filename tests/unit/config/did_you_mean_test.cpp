#include "config/did_you_mean.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

TEST_CASE("the nearest word is offered, and none where none is near", "[did_you_mean]") {
  struct Case {
    const char* note;
    const char* word;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"a letter missing", "mobil_phone", "mobile_phone"},
      {"two letters swapped", "moblie_phone", "mobile_phone"},
      {"a letter too many", "emaill", "email"},
      {"another letter", "emall", "email"},
      {"the word itself", "email", "email"},
      {"too far", "postcode", ""},
      {"a short word may differ by one", "ag", "age"},
      {"a short word may not differ by two", "bge1", ""},
      {"nothing", "", ""},
  }));
  CAPTURE(c.note);
  const std::vector<std::string> known = {"mobile_phone", "email", "age"};
  CHECK(did_you_mean(c.word, known) == c.want);
  CHECK(did_you_mean_hint(c.word, known).empty() == std::string(c.want).empty());
}

TEST_CASE("with no candidates there is no hint", "[did_you_mean]") {
  CHECK(did_you_mean("word", {}).empty());
}

}  // namespace
}  // namespace kouan
