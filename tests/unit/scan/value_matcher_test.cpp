#include "scan/value_matcher.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "unit/scan/scan_support.hpp"

namespace kouan {
namespace {

ValueMatcher& matcher() {
  static ValueMatcher made = *ValueMatcher::make(test::program_setup());
  return made;
}

ConceptId concept_of(const char* id) {
  return *id == '\0' ? no_concept : test::program_setup()->rules->concepts.find(id);
}

/// "mobile_phone whole strong 0-11 13800138000; ..."
std::string matched(const std::string& value, const char* named = "", const char* second = "") {
  std::string text;
  for (const ValueHit& hit :
       matcher().match(value, class_mask(value), concept_of(named), concept_of(second))) {
    constexpr const char* strengths[] = {"", "weak", "medium", "strong"};
    text +=
        (text.empty() ? "" : "; ") + test::program_setup()->rules->concepts.at(hit.concept_id).id;
    text += hit.damaged ? " damaged " : hit.whole ? " whole " : " inside ";
    text += std::string(strengths[hit.strength]) + " " +
            value.substr(hit.begin, hit.end - hit.begin) + " = " +
            std::string(hit.canonical.view());
  }
  return text;
}

TEST_CASE("a value is recognised whole, under any name", "[value_matcher]") {
  CHECK(matched("13800138000") == "mobile_phone whole medium 13800138000 = 13800138000");
  CHECK(matched("110101199003074610") ==
        "resident_id_number whole strong 110101199003074610 = 110101199003074610");
  CHECK(matched("a.b@example.com") == "email whole medium a.b@example.com = a.b@example.com");
}

TEST_CASE("spellings of one identifier have one canonical form", "[value_matcher]") {
  for (const std::string spelling : {"13800138000", "+8613800138000", "+86 138 0013 8000"}) {
    CAPTURE(spelling);
    const auto hits = matcher().match(spelling, class_mask(spelling), no_concept, no_concept);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].canonical.view() == "13800138000");
    CHECK(hits[0].whole);
  }
}

TEST_CASE("what is not the whole value is found inside it, with its place", "[value_matcher]") {
  CHECK(matched("请联系13800138000谢谢") == "mobile_phone inside medium 13800138000 = 13800138000");
  CHECK(matched("a.b@example.com 或 13800138000") ==
        "email inside medium a.b@example.com = a.b@example.com; "
        "mobile_phone inside medium 13800138000 = 13800138000");
}

TEST_CASE("a weak shape counts only where the name says so", "[value_matcher]") {
  CHECK(matched("100000") == "");
  CHECK(matched("100000", "postcode").starts_with("postcode whole weak 100000"));
  CHECK(matched("100000", "", "postcode").starts_with("postcode whole weak 100000"));
  CHECK(matched("100000", "order_number") == "");
}

TEST_CASE("weak shapes are not looked for in running text", "[value_matcher]") {
  CHECK(matched("邮编 100000 北京", "postcode") == "");
}

TEST_CASE("values that are nothing give nothing", "[value_matcher]") {
  for (const std::string value : {"", " ", "ok", "12345", "北京市朝阳区", "110101199003074611"}) {
    CAPTURE(value);
    CHECK(matched(value) == "");
  }
}

TEST_CASE("an identifier that lost digits is told apart from a sound one", "[value_matcher]") {
  const auto text = matched("1.10101199003075E+17");
  CAPTURE(text);
  CHECK(text.find("resident_id_number damaged") == 0);
}

TEST_CASE("what a birth date or an age states comes along", "[value_matcher]") {
  const std::string id = "110105201506010024";
  const auto hits = matcher().match(id, class_mask(id), no_concept, no_concept);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].birth_date == 20150601);
  const std::string age = "9";
  const auto ages = matcher().match(age, class_mask(age), concept_of("age"), no_concept);
  REQUIRE(ages.size() == 1);
  CHECK(ages[0].age_years == 10);  // the age plus one
}

TEST_CASE("a key is data if a detector takes the whole of it", "[value_matcher]") {
  CHECK(matcher().is_value("13800138000"));
  CHECK(matcher().is_value("a.b@example.com"));
  CHECK_FALSE(matcher().is_value("phone"));
  CHECK_FALSE(matcher().is_value("tel13800138000"));
  CHECK_FALSE(matcher().is_value(""));
}

TEST_CASE("no detector of the program breaks its contract on these values", "[value_matcher]") {
  for (const std::uint64_t faults : matcher().faults()) CHECK(faults == 0);
}

}  // namespace
}  // namespace kouan
